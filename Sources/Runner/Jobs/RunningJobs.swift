import Patrol
import Synchronization

extension CommandRunner {
  /// Work that is never waited for, in its lane.
  package func start(_ job: Job, progress: @escaping @Sendable (Progress) -> Void) {
    lanes.start(job.lane) { self.carryOut(job, isWanted: $0, progress) }
  }

  /// Ends what is under way in a lane, where it yields.
  package func stop(_ lane: Lane) { lanes.stop(lane) }

  /// Does a job to its end and returns all it said: for commands and scripts.
  package func finish(_ job: Job) -> [Progress] {
    let said = Mutex<[Progress]>([])
    carryOut(job, isWanted: { true }) { progress in said.withLock { $0.append(progress) } }
    return said.withLock { $0 }
  }

  private func carryOut(
    _ job: Job, isWanted: @escaping () -> Bool, _ tell: @escaping (Progress) -> Void
  ) {
    let site = JobSite(isWanted: isWanted, tell: tell)
    do {
      if let result = try result(of: job, site) { tell(.brought(result)) }
    } catch { tell(.failed(Loading.notice(error))) }
  }

  /// Nil when it was no longer wanted.
  private func result(of job: Job, _ site: JobSite) throws -> (any JobResult)? {
    switch job {
    case .search(let text, let from, let to, let language):
      try search(text, from: from, to: to, in: language, site)
    case .verify: try verify(isWanted: site.isWanted, progress: site.say)
    case .list(let kind, let days, let book): try list(kind, days, of: book, site)
    case .recordedDays(let days): try recordedDays(days, site)
    case .patrolTimes(let days): try patrolTimes(days, site)
    case .lookThroughRegisters: try lookThroughRegisters()
    case .readTable(let asked): try read(asked, site)
    case .importTable(let plan): try carryOut(plan, site)
    }
  }
}
