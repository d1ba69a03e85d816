import Records

extension BookID {
  /// The first line of a volume, as the cover of the paper book has it.
  package func title(_ team: Named, _ year: Int) -> String {
    let name =
      switch kind {
      case .patrol: "治安巡逻记录簿"
      case .inspection: "巡防检查记录簿"
      }
    return "\(name) · \(team.name) · \(year)年卷"
  }
}
