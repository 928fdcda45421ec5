"""A small site with a campaign, four bodies and a ledger, and marks in every field that is not public."""

from __future__ import annotations

from pathlib import Path

CANARY = "CANARY-7731"
"""Stands in each field that no output may hold."""
CONFIG = """schema: 1
title: 山货台
base_url: https://portal.example.cn/
codes:
  base_url: https://s.example.cn/
as_of: 2026-09-30
publisher:
  name: 县总工会办公室
"""
FILES = {
    "data/organisations.csv": (
        "编号,名称,类型\nhost,县总工会,工会\nja,甲单位,国有企业\nyi,乙单位,国有企业\nbing,丙单位,企业\n"
    ),
    "data/campaigns/autumn.yml": (
        "名称: 秋季采购\n用语: 帮扶\n开始日期: 2026-07-01\n结束日期: 2026-12-31\n主办单位: [host]\n"
        "参与单位: [ja, yi, bing]\n目标金额: 1万元\n"
    ),
    "data/channels.csv": "编号,名称,种类,线上线下\nshop,供销社门店,门店,线下\nweb,采购平台,平台,线上\n",
    "data/ledger.csv": (
        "\ufeff编号,日期,登记日期,活动,采购单位,采购方类型,渠道,金额,性质,依据,人次,人数不重复,凭证号,重叠行,更正行,说明\r\n"
        f"r1,2026-07-02,2026-07-03,autumn,ja,企业,shop,1200.10元,采购,付款,12,是,{CANARY},,,=1+1\r\n"
        f"r2,2026-07-09,2026-07-09,autumn,yi,工会,web,800.20元,采购,付款,5,是,{CANARY},,,\r\n"
        f"r3,2026-08-01,2026-08-02,autumn,ja,企业,web,300元,退货,付款,,,{CANARY},,,\r\n"
        f"r4,2026-08-11,2026-08-12,autumn,yi,工会,web,5000元,采购,订单,,,{CANARY},,,\r\n"
        f"r5,2026-08-20,2026-08-20,autumn,ja,食堂,shop,800.20元,采购,付款,,,{CANARY},r2,,同一笔\r\n"
        f"r6,2026-09-02,2026-09-02,autumn,yi,工会,shop,90元,捐赠,付款,,,{CANARY},,,\r\n"
    ),
    "data/placements.csv": (
        "编号,名称,类型,状态,承接单位,活动,联系人,联系人电话\n"
        f"gui,机关门口专柜,专柜,开放,ja,autumn,{CANARY},0898-12345678\n"
    ),
    "data/figures.csv": (
        "编号,指标,数值,单位,限定词,数据时间,来源,活动\n"
        "tui,推介企业,36,家,多于,2026-08,bao,autumn\nhid,平台销售额,xx,万元,未披露,2026-08,bao,autumn\n"
    ),
    "data/sources.csv": "编号,标题,类型,发布者\nbao,县报报道,新闻,县报\n",
    "reports/campaign-autumn.md": (
        "## 组织领导\n\n由县总工会牵头。\n\n## 问题和建议\n\n### 存在的问题\n\n采购额{{采购额}}，推介企业{{tui}}。\n"
    ),
}


def make_site(folder: Path) -> Path:
    """Write the site into *folder*."""
    (folder / "site_config.yml").parent.mkdir(parents=True, exist_ok=True)
    (folder / "site_config.yml").write_text(CONFIG, "utf-8")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def add_rows(site: Path, *rows: str) -> None:
    """Add rows to the ledger as an editor does."""
    path = site / "data/ledger.csv"
    path.write_bytes(path.read_bytes() + "".join(f"{row}\r\n" for row in rows).encode())
