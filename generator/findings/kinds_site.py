"""Kinds of finding about the site's configuration, codes and pages."""

from __future__ import annotations

from .model import Kind, Level, Text

SITE_KINDS: tuple[Kind, ...] = (
    Kind(
        "config-missing-file",
        Level.ERROR,
        Text("没有站点设置", "No site settings"),
        Text(
            "站点文件夹里没有 site_config.yml，或者里面是空的。",
            "The site folder has no site_config.yml, or it is empty.",
        ),
        Text(
            "运行 shanhuo init 新建一个站点，或把 site_config.yml 放回站点文件夹。",
            "Run shanhuo init to make a site, or put site_config.yml back into the site folder.",
        ),
    ),
    Kind(
        "config-unknown-setting",
        Level.ERROR,
        Text("没有这项设置", "Unknown setting"),
        Text("site_config.yml 里没有叫“{found}”的设置。", "There is no setting called “{found}” in site_config.yml."),
        Text("也许是：{allowed}。", "Perhaps you mean: {allowed}."),
    ),
    Kind(
        "config-missing-setting",
        Level.ERROR,
        Text("缺少必需的设置", "A required setting is missing"),
        Text("缺少设置 {field}。", "The setting {field} is missing."),
        Text(
            "在 site_config.yml 里补上这一项；名字里的点表示下一层，codes.base_url 是 codes: 下面缩进的 base_url:。",
            "Add it to site_config.yml; a dot leads one level down: codes.base_url is base_url: indented under codes:.",
        ),
    ),
    Kind(
        "config-value",
        Level.ERROR,
        Text("设置的值不对", "A setting's value does not fit"),
        Text("设置 {field} 写的是“{found}”，读不懂。", "The setting {field} reads “{found}”, which does not fit."),
        Text("可以写：{allowed}。", "It may read: {allowed}."),
    ),
    Kind(
        "home-lead",
        Level.WARNING,
        Text("首页开头的产品不在售", "The product that opens the first page is not on sale"),
        Text(
            "设置 home_lead 写的“{found}”不是在售的产品，首页换成了另一件。",
            "“{found}” of the setting home_lead is not on sale, so another product opens the first page.",
        ),
        Text(
            "在 site_config.yml 里改成一件在售产品的编号，或删去这一行。",
            "Write the id of a product that is on sale, or remove the line.",
        ),
    ),
    Kind(
        "content-outside",
        Level.ERROR,
        Text("文稿链接到站点以外的文件", "A content page reaches outside the site"),
        Text("content 里的“{found}”是指向站点以外的链接。", "“{found}” in content is a link that leaves the site."),
        Text("把文件本身复制到 content 文件夹里。", "Copy the file itself into the content folder."),
    ),
    Kind(
        "content-file",
        Level.ERROR,
        Text("文稿里有不能发布的文件", "A file that content cannot publish"),
        Text("content 里的“{found}”不能发布。", "“{found}” in content cannot be published."),
        Text("content 里只放文稿和图片：{allowed}。", "Only prose and pictures belong into content: {allowed}."),
    ),
    Kind(
        "content-reserved",
        Level.ERROR,
        Text("文稿占了站点自己的地址", "A content page takes an address of the site itself"),
        Text(
            "“{found}”会占用“{allowed}”这个地址，它由站点自己的页面使用。",
            "“{found}” would take the address “{allowed}”, which the site's own pages use.",
        ),
        Text("换一个文件名或文件夹名。", "Choose another name for the file or its folder."),
    ),
    Kind(
        "content-encoding",
        Level.ERROR,
        Text("文稿不是 UTF-8 编码", "A content page is not UTF-8"),
        Text(
            "这篇文稿从这一行起读不懂，它不是 UTF-8 编码。",
            "From this line on the page cannot be read: it is not UTF-8.",
        ),
        Text("用记事本打开，“另存为”时编码选 UTF-8。", "Open it in an editor and save it as UTF-8."),
    ),
    Kind(
        "content-request",
        Level.ERROR,
        Text("文稿会向别的网站取东西", "A content page would ask another site"),
        Text(
            "这里的“{found}”会让读者的手机向别的网站取内容，或者运行脚本。",
            "“{found}” would make a reader's phone ask another site, or run a script.",
        ),
        Text(
            "图片请下载后放进 content 文件夹；脚本、框架和样式请删去。",
            "Put pictures into the content folder; remove scripts, frames and styles.",
        ),
    ),
    Kind(
        "address-taken",
        Level.ERROR,
        Text("两样东西要用同一个地址", "Two things want one address"),
        Text(
            "“{found}”和“{allowed}”都要生成地址 {record}。",
            "“{found}” and “{allowed}” would both be written to {record}.",
        ),
        Text("给其中一个换一个编号或文件名。", "Give one of them another id or file name."),
    ),
    Kind(
        "code-lost",
        Level.ERROR,
        Text("印出去的码会失效", "A printed code would die"),
        Text(
            "二维码 {record} 指向“{found}”，{why_zh}，扫码的人会看到空白。",
            "Code {record} points to “{found}”, {why_en}: whoever scans it would find nothing.",
        ),
        Text(
            "删掉的请放回数据里，状态写“下架”，并可填写替代产品；草稿请改成“在架”。发过的码不要删掉或改指。",
            "Put back what was deleted, with the status withdrawn and perhaps a replacement; let a draft be active. "
            "Never delete or re-point an issued code.",
        ),
    ),
    Kind(
        "code-invalid",
        Level.ERROR,
        Text("二维码编号不对", "A code does not check"),
        Text("“{found}”不是有效的码：{why_zh}。", "“{found}” is not a valid code: {why_en}."),
        Text(
            "码由 shanhuo qr issue 生成，不要手工输入或改动；请恢复原来的那一行。",
            "Codes are made by shanhuo qr issue, never by hand; restore the line as it was.",
        ),
    ),
    Kind(
        "code-missing",
        Level.WARNING,
        Text("产品还没有二维码", "A product has no code yet"),
        Text(
            "产品“{record}”还没有二维码，不会有货架页。", "Product “{record}” has no code yet, so it has no shelf page."
        ),
        Text("运行 shanhuo qr issue，为所有缺码的产品发码。", "Run shanhuo qr issue to give every product its code."),
    ),
    Kind(
        "picture-missing",
        Level.ERROR,
        Text("找不到图片文件", "A picture file is missing"),
        Text("图片“{found}”不在 data/pictures/ 里。", "The picture “{found}” is not in data/pictures/."),
        Text(
            "把图片文件放进 data/pictures/，文件名与登记的一致。",
            "Put the file into data/pictures/ under the registered name.",
        ),
    ),
    Kind(
        "picture-refused",
        Level.ERROR,
        Text("图片不能用", "A picture cannot be used"),
        Text("图片“{found}”不能用：它{reason}。", "The picture “{found}” cannot be used: it {reason_en}."),
        Text(
            "换一张 JPEG、PNG 或 WebP 图片，不超过 20 MB、4000 万像素。",
            "Use a JPEG, PNG or WebP of at most 20 MB and 40 megapixels.",
        ),
    ),
)
