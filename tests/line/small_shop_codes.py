"""A small site of shelf pages alone, with a code for something of every kind, as tests edit and spoil it."""

from __future__ import annotations

from pathlib import Path

CONFIG = """schema: 1
title: 山货小店
base_url: https://portal.example.cn/
codes:
  base_url: https://s.example.cn/
language: zh-Hans
languages: [en]
surfaces: [shelf]
as_of: 2020-09-30
regions:
  scheme: none
publisher:
  name: 示例工会
  phone: 0915-0000000
"""
DAY = "2020-09-01"
REGISTER = "data/qr_codes.csv"
CODES = {
    "4R39R8A": ("产品", "ziyang-cha", ""),
    "E3ZH6PS": ("产品", "huishan-dan", ""),
    "QBZ8YEM": ("产品", "ziyang-cha", "guang-chang"),
    "3QNMFJC": ("点位", "guang-chang", ""),
    "VERYX9U": ("点位", "lao-guan", ""),
    "EQXEKPH": ("活动", "xiaofei-yue", ""),
    "KYH7RZ7": ("故事", "cha-xiang", ""),
    "2KANCPS": ("目录", "di-yi-qi", ""),
}
"""Code → kind, key, placement."""
_FILES = {
    "data/origins.csv": "区划代码,名称\n1,紫阳县\n",
    "data/category_schemes.csv": "编号,名称\nmain,本站品类\n",
    "data/categories.csv": "编号,体系,名称\ncha,main,茶\n",
    "data/products.csv": (
        "编号,名称,种类,品类,产地,净含量,介绍,暂无报价原因,状态,替代产品,商品条码\n"
        "huishan-dan,会山鸡蛋,商品,cha,1,20枚,散养。,价格待定,下架,ziyang-cha,2000000000022\n"
    ),
    "data/products/ziyang-cha.yml": (
        "名称: 紫阳富硒茶\n种类: 商品\n品类: [cha]\n产地: '1'\n净含量: 250克\n介绍: 春茶。\n"
        "暂无报价原因: 价格待定\n商品条码: '2000000000015'\n"
    ),
    "data/placements.csv": (
        "编号,名称,类型,地址,状态,替代点位,不收费用,开放时间,电话,联系人电话\n"
        "guang-chang,世纪广场智能柜,智能柜,一楼入口,开放,,是,每日9:00至20:00,0915-0000001,13800000000\n"
        "lao-guan,老街专馆,专馆,老街2号,迁移,guang-chang,,,,\n"
    ),
    "data/placement_history.csv": "点位,日期,状态,说明\nlao-guan,2020-08,迁移,房屋到期\n",
    "data/placement_stock.csv": (
        "点位,货位,产品,售价,数量\nguang-chang,A1,ziyang-cha,98.50元,3\nguang-chang,A2,huishan-dan,30.00元,0\n"
    ),
    "data/campaigns/xiaofei-yue.yml": (
        "名称: 消费帮扶月\n用语: 帮扶\n开始日期: 2020-08-01\n结束日期: 2020-08-31\n一句话介绍: 买山货。\n"
        "相关产品: [ziyang-cha, huishan-dan]\n"
    ),
    "data/stories/cha-xiang.yml": (
        "标题: 茶香进城\n帮扶类别: 消费帮扶\n正文: |\n  茶进了城。\n相关产品: [ziyang-cha]\n来源: bao\n"
    ),
    "data/sources.csv": "编号,标题,类型\nbao,工作报告,工作报告\n",
    "data/catalogue_issues.csv": (
        "编号,标题,期号,活动,发布时间,状态\ndi-yi-qi,建议目录第一期,1,xiaofei-yue,2020,已发布\n"
    ),
    "data/catalogue_entries.csv": "期次,产品,顺序,推荐理由\ndi-yi-qi,ziyang-cha,1,品质稳定\n",
}


def write_small_shop(folder: Path, config: str = CONFIG) -> Path:
    """Write the site into *folder* and return it."""
    register = "码,对象类型,对象编号,所在点位,发码日期,状态,大小写\n" + "".join(
        f"{code},{kind},{key},{placement},{DAY},有效,\n" for code, (kind, key, placement) in CODES.items()
    )
    for path, text in {**_FILES, REGISTER: register, "site_config.yml": config}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
