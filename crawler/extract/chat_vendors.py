"""What chat widgets leave on the pages that embed them, vendor by vendor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One chat product and how it shows."""

    name: str
    """As the vendor writes it."""
    addresses: tuple[bytes, ...] = ()
    """Part of the address that a script or a frame loads; lower case."""
    code: tuple[bytes, ...] = ()
    """Statement in a running script that starts or configures it."""
    elements: tuple[bytes, ...] = ()
    """Markup that only the widget has."""


VENDORS = (
    Vendor(
        name="Ada",
        addresses=(b"static.ada.support/embed",),
        code=(b"adaSettings", b"adaEmbed.start"),
    ),
    Vendor(
        name="Chaport",
        addresses=(b"app.chaport.com/javascripts/insert",),
        code=(b"chaportConfig",),
    ),
    Vendor(
        name="Chatra",
        addresses=(b"call.chatra.io/chatra.js",),
        code=(b"ChatraID", b"ChatraSetup"),
    ),
    Vendor(
        name="Chatwoot",
        addresses=(b"app.chatwoot.com/packs/js/sdk",),
        code=(b"chatwootSDK.run", b"chatwootSettings", b"$chatwoot"),
        elements=(b'id="cw-widget-holder"', b'id="cw-bubble-holder"'),
    ),
    Vendor(
        name="Comm100",
        addresses=(b"comm100.com/livechat", b"comm100.io/livechat", b"comm100.com/chatserver"),
        code=(b"Comm100API",),
    ),
    Vendor(
        name="Crisp",
        addresses=(b"client.crisp.chat/",),
        code=(b"CRISP_WEBSITE_ID", b"$crisp.push"),
        elements=(b'id="crisp-chatbox"', b'class="crisp-client"'),
    ),
    Vendor(
        name="Drift",
        addresses=(b"js.driftt.com/include", b"js.drift.com/include", b"js.driftt.com/core"),
        code=(b"drift.load(", b"driftt.load(", b"driftt=window.drift="),
        elements=(b'id="drift-widget"', b'id="drift-frame-controller"'),
    ),
    Vendor(
        name="Freshchat",
        addresses=(b"wchat.freshchat.com/", b"wchat.eu.freshchat.com/", b"snippets.freshchat.com/"),
        code=(b"fcWidget.init", b"freshchat_setting", b"fcWidget.setExternalId", b"fcSettings"),
        elements=(b'id="fc_frame"', b'id="freshchat-js-sdk"'),
    ),
    Vendor(
        name="Genesys",
        addresses=(b"mypurecloud.com/genesys-bootstrap", b"pure.cloud/genesys-bootstrap"),
        code=(b"genesys-bootstrap",),
    ),
    Vendor(
        name="Gist",
        addresses=(b"widget.getgist.com", b"cdn.getgist.com"),
        code=(b"gist.chat(", b"gist.trackPageView"),
    ),
    Vendor(
        name="Gorgias",
        addresses=(b"config.gorgias.chat/", b"config.gorgias.io/", b"gorgias-chat"),
        code=(b"GorgiasChat", b"gorgiasChatParameters"),
        elements=(b'id="gorgias-chat-container"',),
    ),
    Vendor(
        name="Help Scout",
        addresses=(b"beacon-v2.helpscout.net",),
        code=(b"Beacon('init'", b'Beacon("init"', b"Beacon( 'init'"),
        elements=(b'id="beacon-container"',),
    ),
    Vendor(
        name="HubSpot",
        addresses=(b"js.usemessages.com/", b"js-eu1.usemessages.com/", b"js-na1.usemessages.com/"),
        code=(b"HubSpotConversations", b"hsConversationsSettings", b"hsConversationsOnReady"),
        elements=(b'id="hubspot-messages-iframe-container"', b"hubspot-conversations-iframe"),
    ),
    Vendor(
        name="Intercom",
        addresses=(b"widget.intercom.io/widget", b"js.intercomcdn.com/"),
        code=(b"intercomSettings", b"Intercom('boot'", b'Intercom("boot"'),
        elements=(b'id="intercom-container"', b'id="intercom-frame"', b"intercom-lightweight-app"),
    ),
    Vendor(
        name="JivoChat",
        addresses=(b"code.jivosite.com/", b"code.jivo.ru/", b"code.jivochat.com/"),
        code=(b"jivo_api", b"jivo_init", b"jivo_onLoadCallback"),
        elements=(b"<jdiv",),
    ),
    Vendor(
        name="Kommunicate",
        addresses=(b"widget.kommunicate.io/",),
        code=(b"kommunicateSettings", b"Kommunicate.init", b"kommunicate-widget"),
    ),
    Vendor(
        name="Landbot",
        addresses=(b"landbot.io/landbot-3", b"landbot.io/widget", b"chats.landbot.io"),
        code=(b"Landbot.Livechat", b"Landbot.Popup"),
    ),
    Vendor(
        name="LiveAgent",
        addresses=(b".ladesk.com/scripts/track", b"liveagent.com/scripts/track"),
        code=(b"LiveAgentTracker", b"LiveAgent.createButton"),
    ),
    Vendor(
        name="LiveChat",
        addresses=(b"cdn.livechatinc.com/", b"api.livechatinc.com/", b"cdn.livechat-files.com/"),
        code=(b"__lc.license", b"LiveChatWidget", b"LC_API."),
        elements=(b'id="chat-widget-container"', b'id="livechat-compact-container"'),
    ),
    Vendor(
        name="LivePerson",
        addresses=(b"lptag.liveperson.net/", b"lptag.liveperson.com/", b"lpcdn.lpsnmedia.net/"),
        code=(b"lpTag.site", b"lpTag.section", b"window.lpTag="),
    ),
    Vendor(
        name="Messenger",
        addresses=(b"xfbml.customerchat.js",),
        elements=(b"fb-customerchat", b"fb:customerchat"),
    ),
    Vendor(
        name="Olark",
        addresses=(b"static.olark.com/",),
        code=(b"olark.identify", b"olark.configure"),
        elements=(b'id="olark-wrapper"', b'id="olark-container"'),
    ),
    Vendor(
        name="Podium",
        addresses=(b"connect.podium.com/widget",),
        elements=(b'id="podium-widget"', b'id="podium-bubble"'),
    ),
    Vendor(
        name="Pure Chat",
        addresses=(b"app.purechat.com/visitorwidget",),
        code=(b"purechatApi", b"purechat.com/VisitorWidget"),
    ),
    Vendor(
        name="Re:amaze",
        addresses=(b"cdn.reamaze.com/assets/reamaze",),
        code=(b"_support['account']", b"Reamaze.reload"),
    ),
    Vendor(
        name="Salesforce",
        addresses=(b"service.force.com/embeddedservice", b"salesforceliveagent.com/"),
        code=(b"embedded_svc.init", b"embeddedservice_bootstrap.init", b"liveagent.init("),
    ),
    Vendor(
        name="Smartsupp",
        addresses=(b"smartsuppchat.com/loader", b"smartsuppcdn.com/"),
        code=(b"_smartsupp.key", b"_smartsupp ="),
        elements=(b'id="smartsupp-widget-container"', b'id="chat-application"'),
    ),
    Vendor(
        name="SnapEngage",
        addresses=(b"snapengage.com/cdn", b"storage.googleapis.com/code.snapengage.com"),
        code=(b"SnapEngage.",),
    ),
    Vendor(
        name="tawk.to",
        addresses=(b"embed.tawk.to/",),
        code=(b"Tawk_API", b"Tawk_LoadStart"),
    ),
    Vendor(
        name="Tidio",
        addresses=(b"code.tidio.co/", b"widget-v4.tidiochat.com"),
        code=(b"tidioChatApi", b"tidioIdentify"),
        elements=(b'id="tidio-chat"',),
    ),
    Vendor(
        name="Trengo",
        addresses=(b"widget.trengo.eu/", b"static.widget.trengo"),
        code=(b"window.Trengo",),
    ),
    Vendor(
        name="Userlike",
        addresses=(
            b"userlike-cdn-widgets.",
            b"api.userlike.com/api/chat",
            b"userlike-cdn-umm.",
        ),
        code=(b"userlikeConfig", b"userlike.userlikeStartChat", b"userlikeStartChat("),
        elements=(b'id="userlike"', b'id="userlike-chat"'),
    ),
    Vendor(
        name="Zendesk",
        addresses=(
            b"static.zdassets.com/ekr/snippet.js?key=",
            b"v2.zopim.com/",
            b"assets.zendesk.com/embeddable_framework",
        ),
        code=(
            b"zESettings",
            b"$zopim",
            b"zEmbed",
            b"zE('webWidget",
            b'zE("webWidget',
            b"zE('messenger",
            b'zE("messenger',
        ),
        elements=(),
    ),
    Vendor(
        name="Zoho SalesIQ",
        addresses=(b"salesiq.zoho.", b"salesiq.zohopublic.", b"salesiq.zohocdn.com/"),
        code=(b"$zoho.salesiq",),
        elements=(b'id="zsiq_float"', b'id="zsiqwidget"'),
    ),
)
"""In alphabetical order."""
