# vitext.bash - completion for bash. Commands, options and their values come from the program's own
# help, so they cannot fall behind it.
_vitext()
{
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]}
  local command=${COMP_WORDS[1]} option='' help values
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    values=$("$program" --help 2>/dev/null | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p')
    mapfile -t COMPREPLY < <(compgen -W "$values help --help --version" -- "$cur")
    return
  fi
  if [[ $command == help ]]; then
    ((COMP_CWORD == 2)) || return
    values=$("$program" --help 2>/dev/null | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p')
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur")
    return
  fi
  # "--name=value" arrives as three words, because "=" parts words
  if [[ $cur == '=' ]]; then
    option=$prev cur=''
  elif [[ $prev == '=' ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $prev == -o ]]; then
    option=--output
  fi
  help=$("$program" "$command" --help 2>/dev/null)
  if [[ -n $option ]]; then
    values=$(sed -n "s/^ .*$option=\([^ ]*\) .*/\1/p" <<<"$help")
    [[ $option == --format ]] && values=$(sed -n 's/^Formats[^:]*: //p' <<<"$help")
    case $values in
      FILE) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
      *NAME*) mapfile -t COMPREPLY < <(compgen -W "$(_vitext_encodings "$program") ${values//NAME/}" -- "$cur") ;;
      *[a-z]*) mapfile -t COMPREPLY < <(compgen -W "${values//|/ }" -- "$cur") ;;
    esac
  elif [[ $cur == -* ]]; then
    values=$(sed -n 's/^ .*\(--[a-z]*\)\(=\{0,1\}\).*/\1\2/p' <<<"$help")
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur")
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  elif [[ $command != syllable ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}

# The names of the encodings, as the message about an unknown one lists them.
_vitext_encodings()
{
  "$1" convert --to=? 2>&1 | sed -n 's/.*known are: *//p'
}

complete -o filenames -F _vitext vitext
