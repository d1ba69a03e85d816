/// The small city's other registers: one or two records of each, gaps among them.
enum SmallRegisters {
  static let files = [
    "register/QSP/informants.rec": informants, "register/QSP/volunteers.rec": volunteers,
    "register/QSP/watch.rec": watch, "register/QSP/equipment.rec": equipment,
    "register/QSP/training.rec": training, "register/QSP/bodies.rec": bodies,
    "register/QSP/funds.rec": funds, "register/QSP/routes.rec": routes,
    "register/QSP/roster.rec": roster, "register/QSP/exceptions.rec": exceptions,
    "register/QSP/deferrals.rec": deferrals, "register/QSP/incidents.rec": incidents,
    "register/QSP/baselines.rec": baselines, "register/QSP/declarations.rec": declarations,
    "register/QSP/hothours.rec": hotHours,
    "register/QSP/intelligence.rec": intelligence, "register/QSP/messages.rec": messages,
    "register/QSP/sendings.rec": sendings, "register/QSP/replies.rec": replies,
  ]

  private static let informants = """
    %rec: Informant

    Code: QSP-I-0001
    Alias: 环卫保洁0001
    Name: 邓玉兰
    Pinyin: deng yu lan
    Kind: sanitation
    Section: 中心街
    Hours: 05:00-14:00
    Employer: 环卫处
    Unit: QS
    Phone: 10090000001
    Since: 2026-09-01

    Code: QSP-I-0002
    Alias: 出租车0002
    Name: 单长河
    Pinyin: shan chang he
    Kind: taxi
    Hours: 20:00-08:00
    Vehicle: 豫Z·T0001
    Employer: 出租公司
    Unit: QS
    Since: 2026-09-01

    """

  private static let messages = """
    %rec: Message

    Code: QSP-M-0001
    Kind: prompt
    Template: 01
    Text: 近一周中心街沿街店铺卷闸门被撬警情3起。请在岗同志留意，发现情况报派出所或110，请勿自行处置。
    Signed: 青石派出所
    At: 2026-11-24 19:00
    By: P-001 王警官
    Groups: sanitation
    Sections: 中心街

    """

  private static let sendings = """
    %rec: Sending

    Code: QSP-M-0001-001
    Message: QSP-M-0001
    To: QSP-I-0001 环卫保洁0001
    Parts: 1
    State: sent
    Handed: 2026-11-24 19:00
    Over: 2026-11-24 19:01

    """

  private static let replies = """
    %rec: Reply

    Code: QSP-R-0001
    At: 2026-11-24 21:10
    Phone: 10099990001
    Text: 中心街有人拉卷闸门
    Source: gammu 5be1c0ffee00000000000000000000a1

    """

  private static let volunteers = """
    %rec: Volunteer

    Code: QSP-V-0001
    Name: 曾友谊
    Pinyin: zeng you yi
    Section: 柳庄村口
    Hours: 19:00-22:00
    Unit: QS-02
    Phone: 10090000003

    """

  private static let watch = """
    %rec: WatchPost

    Code: QSP-W-0001
    Name: 青石公园
    Pinyin: qing shi gong yuan
    Kind: park
    Unit: QS
    Required: 1
    Actual: 0

    Code: QSP-W-0002
    Name: 青石加油站
    Pinyin: qing shi jia you zhan
    Kind: petrol
    Unit: QS
    Head: 白站长
    Phone: 10090000004
    Required: 1
    Actual: 1
    Caretakers: 当班加油员
    Hours: 00:00-24:00
    Armbands: yes

    """

  private static let equipment = """
    %rec: Equipment

    Code: QSP-E-0001
    Item: armband
    Team: QS
    Quantity: 4
    Issued: 2026-09-02
    By: P-001 王警官
    State: good

    Code: QSP-E-0002
    Item: radio
    Team: QS
    Person: QS-001 周建林
    Quantity: 1
    Serial: DJ-07
    Issued: 2026-09-02
    State: good

    Code: QSP-E-0003
    Item: torch
    Team: QS-01
    Quantity: 2
    Issued: 2026-09-02
    Returned: 2026-10-01
    State: damaged

    """

  private static let training = """
    %rec: Training

    Code: QSP-T-0001
    Date: 2026-09-10
    Topic: 巡逻要领与情况报告
    Trainer: 王警官
    Organiser: 青石派出所
    Hours: 3
    Place: 镇政府会议室
    Attendees: QS-001 周建林, QS-002 𮯰某, QSP-I-0001 环卫保洁0001

    """

  private static let bodies = """
    %rec: Body

    Code: QSP-B-0001
    Unit: QS
    Name: 青石镇大巡防工作领导小组
    First: 史镇长
    InCharge: 顾副镇长
    Head: 史镇长
    Director: 毛主任
    Since: 2026-09-01

    """

  private static let funds = """
    %rec: Fund

    Code: QSP-F-0001
    Unit: QS
    Date: 2026-09-05
    Kind: granted
    Amount: 36000
    Purpose: 镇配套经费
    Source: 镇财政

    Code: QSP-F-0002
    Unit: QS
    Date: 2026-10-05
    Kind: spent
    Amount: 2860.50
    Purpose: 强光手电、红袖标

    """

  private static let routes = """
    %rec: Route

    Code: QSP-R-0001
    Name: 柳庄夜巡线
    Pinyin: liu zhuang ye xun xian
    Team: QS
    Points: 镇政府门前; 农机站; 柳庄桥头
    Minutes: 100

    """

  private static let roster = """
    %rec: Roster

    Code: QSP-D-0001
    Team: QS
    Weekdays: 1 2 3 4 5 6 7
    From: 20:00
    To: 22:00
    Course: QSP-R-0001

    Code: QSP-D-0002
    Team: QS-01
    Weekdays: 2 4 6
    From: 23:00
    To: 01:00
    Route: 村口

    """

  private static let deferrals = """
    %rec: Deferral

    Code: QSP-H-0001
    Text: 柳庄村队 1 人，应有 5 人，缺 4 人
    Rule: A3
    About: QS-02
    Decision: later
    Due: 2026-12-31
    Extent: 4
    Reason: 村委已招录四人
    Date: 2026-11-20

    """

  private static let incidents = """
    %rec: Incident

    Code: QSP-C-0001
    Category: facility
    Preventable: yes
    Major: no
    Unit: QS-01
    Section: 机井台区
    Place: facility
    From: 2026-11-21 01:00
    To: 2026-11-21 04:00
    FoundBy: patrol
    Source: 110-1121-003
    What: 电缆被剪断约30米

    Code: QSP-C-0002
    Category: fight
    Preventable: no
    Unit: QS
    From: 2026-11-23 21:30
    What: 酒后争吵，一人轻微伤

    """

  private static let baselines = """
    %rec: Baseline

    Code: QSP-B-0101
    Goal: preventable
    Unit: JC
    From: 2025-11-02
    To: 2025-11-24
    Count: 3
    Source: 刑侦大队报表
    Dated: 2026-11-20

    """

  private static let declarations = """
    %rec: Declaration

    Code: QSP-Z-0001
    Goal: mass
    Unit: QS
    From: 2026-11-11
    To: 2026-11-20
    Count: 0
    DeclaredBy: 青石镇综治中心
    Declared: 2026-11-20

    """

  private static let hotHours = """
    %rec: HotHours

    Code: QSP-H-0001
    Unit: QS
    Section: 机井台区
    Weekdays: 5 6
    From: 00:00
    To: 04:00
    Since: 2026-11-10
    Until: 2026-12-10
    Basis: 刑侦大队警情通报

    """

  private static let intelligence = """
    %rec: Lead

    Code: QSP-Q-0001
    Facts: 无牌摩托1辆停加油站外约20分钟
    Reported: 2026-11-22 21:15
    Source: informant
    Informant: QSP-I-0002 出租车0002
    Subject: vehicle
    Unit: QS
    Urgency: prompt
    Officer: P-002 李警官
    Assigned: 2026-11-22 21:40
    Checked: 2026-11-23 09:00
    Findings: 到场未见，访加油员

    Code: QSP-Q-0002
    Facts: 围栏锁缺失，变压器未动
    Reported: 2026-11-18 19:50
    Source: patrol
    Subject: object
    Unit: QS-01
    Urgency: ordinary
    Officer: P-001 王警官
    Assigned: 2026-11-18 20:10
    Checked: 2026-11-19 10:00
    Findings: 供电所检修未复原
    Outcome: falsealarm
    Closed: 2026-11-19 10:30
    Told: 11-19 电话告知队长

    """

  private static let exceptions = """
    %rec: Exception

    Code: QSP-X-0001
    Team: QS
    Date: 2026-11-25
    Kind: extra
    From: 09:00
    To: 11:00
    Route: 集市

    Code: QSP-X-0002
    Team: QS-01
    Date: 2026-11-26
    Kind: off

    Code: QSP-X-0003
    Team: QS
    Date: 2026-11-26
    Kind: swap
    Line: QSP-D-0001
    Out: QS-002 𮯰某
    In: QS-01-001 高有福

    """
}
