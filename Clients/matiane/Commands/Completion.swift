import Flags

/// `matiane completion SHELL`
enum Completion: Subcommand {
  static let name = "completion"
  static let command = Command(
    "matiane completion", "Print what makes a shell complete commands and flags.",
    operands: "bash | zsh | fish", operandCount: 1...1,
    // Those of all commands may stand before its name.
    flags: commonFlags,
    notes: """
      bash: source <(matiane completion bash)
      zsh:  source <(matiane completion zsh)
      fish: matiane completion fish | source
      """)

  static func runWithoutClient(_ settings: Settings) throws -> ExitCode? {
    switch settings.operands[0] {
    case "bash": print(bash)
    case "zsh": print("autoload -U +X bashcompinit && bashcompinit\n" + bash)
    case "fish": print(fish)
    default: throw UsageError("expected bash, zsh or fish, found '\(settings.operands[0])'")
    }
    return .ok
  }

  static func run(_ context: CommandContext) async throws -> ExitCode { .ok }

  private static var commands: [any Subcommand.Type] { Invocation.subcommands }

  /// Words of the first command on the line; files where it offers nothing.
  private static var bash: String {
    let names = commands.map { $0.name }
    let common = commonFlags.map { "--" + $0.name }
    let cases = commands.map { command in
      let flags = command.command.flags.map { "--" + $0.name }.joined(separator: " ")
      return "    \(command.name)) words='\(flags)' ;;"
    }
    return """
      _matiane() {
        local word=${COMP_WORDS[COMP_CWORD]} command='' words i
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            \(names.joined(separator: "|"))) command=${COMP_WORDS[i]}; break ;;
          esac
        done
        case ${COMP_WORDS[COMP_CWORD - 1]} in
          -o | --output) COMPREPLY=($(compgen -W 'table json jsonl' -- "$word")); return ;;
        esac
        case $command in
      \(cases.joined(separator: "\n"))
          *) words='\((names + ["help"] + common).joined(separator: " "))' ;;
        esac
        [[ -n $command && $word != -* ]] || COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F _matiane matiane
      """
  }

  private static var fish: String {
    var lines = commands.map { command in
      "complete -c matiane -n __fish_use_subcommand -f -a \(command.name) -d \(quoted(command.command.summary))"
    }
    for command in commands {
      for flag in command.command.flags {
        let letter = flag.letter.map { " -s \($0)" } ?? ""
        let value = flag.placeholder == nil ? "" : " -r"
        lines.append(
          "complete -c matiane -n '__fish_seen_subcommand_from \(command.name)' -l \(flag.name)\(letter)\(value)"
            + " -d \(quoted(flag.help))")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A text as fish reads it between single quotes.
  private static func quoted(_ text: String) -> String {
    var result = "'"
    for character in text {
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "'"
  }
}
