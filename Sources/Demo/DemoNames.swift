/// Names of people and places that are nobody's and nowhere.
enum DemoNames {
  static let surnames = Array(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文槐柳单解仇"
  )
  static let given = [
    "建国", "志强", "秀英", "春生", "树田", "成才", "得胜", "铁柱", "玉兰", "长河", "大勇", "家和", "国庆", "小满", "广林",
    "明亮", "守业", "永福", "桂芝", "红旗", "向阳", "保国", "新民", "海生", "文斌", "学礼", "立春", "来顺", "有粮", "银锁",
    "金水", "根旺", "秋收", "冬梅", "春花", "万里", "东升", "友谊", "爱华", "庆丰",
  ]

  /// Characters that many terminals and libraries stumble over: Ext I, Ext H, Ext B.
  ///
  /// Their readings are set by hand: no table has them.
  static let rare = [("𮯰文", "kuo wen"), ("𱍐生", "bi sheng"), ("𠮷野长河", "ji ye chang he")]

  /// Township or subdistrict: code, name, is urban, its villages or communities.
  static let townships: [(code: String, name: String, isUrban: Bool, below: [String])] = [
    ("DG", "东关街道", true, ["和平社区", "南关社区", "光明社区"]),
    ("BG", "北关街道", true, ["北关社区", "建设路社区"]),
    ("QS", "青石镇", false, ["高庄村", "柳庄村", "王庄村", "大槐村"]),
    ("SQ", "石桥镇", false, ["前石桥村", "后石桥村", "陈楼村"]),
    ("SH", "双河镇", false, ["李湾村", "河口村"]),
    ("LG", "柳沟乡", false, ["柳沟村", "石岭村"]),
    ("BY", "白杨乡", false, ["白杨村", "麦场村"]),
  ]

  static let urbanRoutes = [
    "东关大街、人民路、光明巷", "实验小学、中心街", "和平小区、车棚", "幸福里、建设路口", "汽车站广场、候车厅", "商业步行街、百货大楼北门", "建设路沿街门店",
  ]
  static let ruralRoutes = [
    "机井台区、变压器", "村口、养殖圈舍", "村西打谷场、农机停放点", "通信线路沿线", "高庄—柳庄公路", "河堤、圈舍", "麦场、收割机停放点",
  ]
}
