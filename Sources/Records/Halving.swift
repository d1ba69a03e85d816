extension RandomAccessCollection where Index == Int {
  /// The first place of a sorted list from which on something holds, by halving; its end where nowhere.
  package func firstPlace(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
