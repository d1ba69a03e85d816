import Records

extension BookID {
  /// The first line of a volume, as the cover of the paper book has it.
  ///
  /// - Parameter isStation: the station's own book of checks, which is another than the one the
  ///   order asks of township teams (R8, R22).
  package func title(_ owner: Named, _ year: Int, isStation: Bool = false) -> String {
    let name =
      switch kind {
      case .patrol: "治安巡逻记录簿"
      case .inspection: isStation ? "派出所检查记录簿" : "巡防检查记录簿"
      }
    return "\(name) · \(owner.name) · \(year)年卷"
  }
}
