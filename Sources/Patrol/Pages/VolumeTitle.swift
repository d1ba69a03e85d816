import Records

extension Station {
  /// What a volume of the directory says of itself.
  package func cover(_ title: String) -> VolumeCover {
    VolumeCover(title, identity.directory, rollover: policy.rollover)
  }
}

extension BookID {
  /// The first line of a volume, as the cover of the paper book has it.
  ///
  /// - Parameter isStation: the station's own book of checks, which is another than the one the
  ///   order asks of township teams (R8, R22).
  package func title(
    _ owner: Named, _ year: Int, isStation: Bool = false, _ kinds: Kinds = .ours
  ) -> String {
    let layout = kinds.page(in: kind)?.layout
    let name = (isStation ? layout?.stationCover : layout?.cover) ?? kind.name
    return "\(name) · \(owner.name) · \(year)年卷"
  }
}
