"""What is written in the exported files for whoever runs the host."""

from __future__ import annotations

from generator.findings import Text

ABOUT = (
    Text("由 shanhuo export headers 写出。", "Written by shanhuo export headers."),
    Text(
        "换了主题、语言、网址或旧地址，或者更新了 shanhuo 以后，要重新导出：扫码页的样式是按摘要放行的。",
        "Export again after a change of theme, languages, addresses or redirects, and after an update of shanhuo: "
        "the style of the pages behind printed codes is let through by its hash.",
    ),
)
"""The head of each file."""

REASONS = {
    "nginx": Text(
        "放到 /etc/nginx/conf.d/shanhuo.conf，改好 root、listen 和证书，运行 nginx -t，再 nginx -s reload。",
        "Goes to /etc/nginx/conf.d/shanhuo.conf; set root, listen and certificate, run nginx -t, then nginx -s reload.",
    ),
    "apache": Text(
        "放进网站文件夹，命名为 .htaccess；服务器要允许它（AllowOverride All），并有 mod_headers、mod_rewrite。",
        "Goes into the site's folder as .htaccess; needs AllowOverride All, mod_headers and mod_rewrite.",
    ),
    "caddy": Text(
        "放到 /etc/caddy/Caddyfile，改好 root，运行 caddy validate，再 caddy reload；证书由 Caddy 自己申请。",
        "Goes to /etc/caddy/Caddyfile; set root, run caddy validate, then caddy reload; Caddy sees to certificates.",
    ),
    "iis": Text(
        "放进网站文件夹，命名为 web.config。码的大小写和文件夹末尾的斜杠，IIS 自己会处理。",
        "Goes into the site's folder as web.config; letter case of codes and closing slashes are IIS's own matter.",
    ),
    "iis_compressed": Text(
        "IIS 自己压缩静态文件，不用 .gz 文件", "IIS compresses static files by itself, without .gz files"
    ),
    "brotli": Text(
        "装了 brotli 模块，并且另外做了 .br 文件时启用", "With the brotli module, and .br files made elsewhere"
    ),
    "other_headers": Text("别处设的同名的头不再重复", "The same headers, set elsewhere, are not to be sent twice"),
    "no_index": Text("没有首页的文件夹，当作没有", "A folder without a first page is as good as none"),
    "root": Text(
        "shanhuo build 或 shanhuo export compressed 生成的文件夹",
        "The folder made by shanhuo build or shanhuo export compressed",
    ),
    "root_above": Text(
        "网站放在这个文件夹里面，文件夹名就是网址里的那一段",
        "The site lies in a folder of it that is named as in its address",
    ),
    "secure": Text("有了证书以后启用", "Once there is a certificate"),
    "missing": Text("没有的地址：显示所在语言的那一页", "Missing addresses: the page of the place's language"),
    "moved": Text("旧地址转到新地址（data/redirects.csv）", "Old addresses lead to new ones (data/redirects.csv)"),
    "code": Text("码用小写输入时，转到大写的地址", "Codes typed in small letters lead to their capitals"),
    "code_small": Text(
        "码按登记的大小写打开；用另一种写法输入时，转到登记的那一种",
        "Codes open in the letter case of the register; typed otherwise they lead there",
    ),
    "gtin": Text(
        "商品条码：链接表的地址写在头里；补足 14 位；没有自己页面的批次，转到条码的页",
        "GTINs: a header names the linkset; numbers are filled to 14 digits; lots without a page lead to the GTIN's",
    ),
    "gtin_iis": Text(
        "没有自己页面的批次，转到条码的页（IIS 的文件有大小限制，只写前 400 个条码）",
        "Lots without a page lead to the GTIN's (of the first 400, since IIS limits the size of the file)",
    ),
    "codes": Text(
        "标签上的码在网站文件夹之外，转进来", "Printed codes stand outside the site's folder and are led into it"
    ),
    "portal": Text(
        "找不到时的页面里，地址带着门户的文件夹",
        "The page for missing addresses names the portal's folder in its links",
    ),
    "hidden": Text(
        "以点开头的文件不给外人看，.well-known 除外", "Files that begin with a dot are hidden, but for .well-known"
    ),
    "compressed": Text(
        "有压缩好的 .gz 就用它（shanhuo export compressed），没有就现压",
        "Compressed twins (shanhuo export compressed) where there are any, else compression on the fly",
    ),
}
"""Why a part of a configuration is there."""
