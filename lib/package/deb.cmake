# deb.cmake - Debian packages: libvitext0, libvitext-dev, vitext. "cpack -G DEB" in a build folder
# makes them; deb.sh does it all, with the paths of /usr.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vitext)
set(CPACK_PACKAGE_VENDOR "vitext")
set(CPACK_PACKAGE_CONTACT "vitext maintainers <maintainers@vitext.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each component has its own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL runtime dev)
if(VITEXT_EXAMPLES)
  list(APPEND CPACK_COMPONENTS_ALL program)
endif()
# Files that only packages have: manuals packed, copyright and changelog of each package.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/lib/package/deb-files.cmake)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_BINARY_DIR}/lib)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(whole_version "${PROJECT_VERSION}-1")
set(about "vitext finds sentences, words, named officials with their positions,
and references to laws and other directives in Vietnamese text, and
normalises, converts, folds and sorts it. Every result says where in the
input it stands.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libvitext${PROJECT_VERSION_MAJOR})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "Vietnamese text analysis - shared library\n${about}")
# CPack's own shlibs come with scripts that call ldconfig; Debian asks for a trigger instead.
file(WRITE ${CMAKE_BINARY_DIR}/shlibs
  "libvitext ${PROJECT_VERSION_MAJOR} libvitext${PROJECT_VERSION_MAJOR} (>= ${PROJECT_VERSION})\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA
  ${CMAKE_BINARY_DIR}/shlibs ${CMAKE_CURRENT_SOURCE_DIR}/lib/package/triggers)

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libvitext-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
  "libvitext${PROJECT_VERSION_MAJOR} (= ${whole_version}), libutf8proc-dev")
if(VITEXT_ICU)
  string(APPEND CPACK_DEBIAN_DEV_PACKAGE_DEPENDS ", libicu-dev")
endif()
set(CPACK_COMPONENT_DEV_DESCRIPTION "Vietnamese text analysis - development files\n${about}")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME vitext)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libvitext${PROJECT_VERSION_MAJOR} (= ${whole_version})")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS graphviz)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Vietnamese text analysis - command-line tool\n${about}")
include(CPack)
