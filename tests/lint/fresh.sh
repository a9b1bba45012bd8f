#!/bin/sh
# fresh.sh COMMITTED MADE - every committed table is the one just made, and none is missing.
status=0
for file in "$2"/*.c "$2"/*.h; do
  name=${file##*/}
  # what an older source left in the build directory is not listed any more
  case $name in
  table_*)
    grep -q "&vt_built_$(basename "${name#table_}" .c)," "$2/tables.c" || continue ;;
  esac
  cmp -s "$file" "$1/$name" || { echo "$name is not fresh"; status=1; }
done
for file in "$1"/*; do
  [ -e "$2/${file##*/}" ] || { echo "${file##*/} has no source any more"; status=1; }
done
[ $status = 0 ] || echo "run: cmake --build build --target regenerate"
exit $status
