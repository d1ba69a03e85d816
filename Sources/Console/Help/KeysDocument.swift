import Wording

/// docs/keys.md, made from the key tables.
package enum KeysDocument {
  package static var text: String {
    var text = """
      # Keys / 按键

      Made from the program's own key tables by `xunfang docs keys`; not edited by hand. With an input method on,
      letters never reach the program: every action has a key that is not one, or is in the palette (`C-p`).
      `Esc` and a digit stand for a function key (`Esc 2` = `F2`, `Esc 0` = `F10`).

      """
    for (title, lines) in KeyTables.all {
      text +=
        "\n## \(title[.hans]) · \(title[.en])\n\n| keys | 简体 | 繁體 | English |\n| --- | --- | --- | --- |\n"
      for line in lines {
        let keys = line.keys.map { "`\($0.name)`" }.joined(separator: " ").replacing(
          "|", with: "\\|")
        text +=
          "| \(keys) | \(line.name.phrase[.hans]) | \(line.name.phrase[.hant]) | \(line.name.phrase[.en]) |\n"
      }
    }
    text += "\n## 命令 · Palette only\n\n| 简体 | 繁體 | English |\n| --- | --- | --- |\n"
    for (_, name) in GlobalKeys.unkeyed {
      text += "| \(name.phrase[.hans]) | \(name.phrase[.hant]) | \(name.phrase[.en]) |\n"
    }
    return text
  }
}
