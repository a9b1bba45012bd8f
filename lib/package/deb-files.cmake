# deb-files.cmake - run by cpack between installing and packing: what Debian wants of a package.
find_program(GZIP gzip REQUIRED)
file(GLOB components LIST_DIRECTORIES true ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*)
set(name_runtime ${CPACK_DEBIAN_RUNTIME_PACKAGE_NAME})
set(name_dev ${CPACK_DEBIAN_DEV_PACKAGE_NAME})
set(name_program ${CPACK_DEBIAN_PROGRAM_PACKAGE_NAME})
# the epoch of the sources when the builder gives one, so that a package can be made again
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{TZ} UTC)
endif()
string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)

foreach(dir ${components})
  cmake_path(GET dir FILENAME component)
  if(NOT DEFINED name_${component})
    continue()
  endif()
  set(usr ${dir}/usr)
  set(doc ${usr}/share/doc/${name_${component}})
  file(MAKE_DIRECTORY ${doc})
  configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${doc}/copyright COPYONLY)
  file(WRITE ${doc}/changelog.Debian
    "vitext (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium\n\n"
    "  * Package of release ${CPACK_PACKAGE_VERSION}; see CHANGELOG.md of the sources.\n\n"
    " -- ${CPACK_PACKAGE_CONTACT}  ${day}\n")
  file(GLOB_RECURSE manuals ${usr}/share/man/*.[1-9])
  execute_process(COMMAND ${GZIP} -9nf ${doc}/changelog.Debian ${manuals} COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB packed ${doc}/*)
  file(GLOB_RECURSE packed_manuals ${usr}/share/man/*.gz)
  file(CHMOD ${packed} ${packed_manuals} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endforeach()
