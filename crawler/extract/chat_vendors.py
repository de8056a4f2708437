"""What chat widgets leave on the pages that embed them, vendor by vendor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One chat product and how it shows."""

    name: str
    """As the vendor writes it."""
    addresses: tuple[bytes, ...] = ()
    """Part of the address that a script or a frame loads, from the host on, or from ``/`` on where
    every customer has a host of its own; lower case."""
    code: tuple[bytes, ...] = ()
    """Statement in a running script that starts or configures it."""
    frames: tuple[bytes, ...] = ()
    """Id of the frame it shows itself in; lower case."""
    sdk: bytes = b""
    """Label of the host whose script shows it among other things, where it has none of its own."""
    places: tuple[bytes, ...] = ()
    """What the tag says in whose place such a script shows it; lower case."""


VENDORS = (
    Vendor(
        name="Ada",
        addresses=(b"static.ada.support/embed",),
        code=(b"adaSettings",),
    ),
    Vendor(name="Amio", addresses=(b"widget.amio.io/",)),
    Vendor(name="Bitrix24", addresses=(b"/crm/site_button/loader_",)),
    Vendor(name="Botpress", addresses=(b"cdn.botpress.cloud/webchat",)),
    Vendor(
        name="Brevo",
        addresses=(b"conversations-widget.brevo.com/", b"conversations-widget.sendinblue.com/"),
        code=(b"BrevoConversations", b"SibConversations"),
    ),
    Vendor(name="Carrot quest", addresses=(b"cdn.carrotquest.io/", b"cdn.carrotquest.app/")),
    Vendor(
        name="Channel Talk",
        addresses=(b"cdn.channel.io/plugin",),
    ),
    Vendor(
        name="Chaport",
        addresses=(b"app.chaport.com/javascripts/insert",),
        code=(b"chaportConfig",),
    ),
    Vendor(
        name="Chatbase",
        addresses=(b"chatbase.co/embed", b"chatbase.co/chatbot-iframe"),
        code=(b"chatbaseConfig",),
    ),
    Vendor(name="ChatBot", addresses=(b"cdn.chatbot.com/widget",)),
    Vendor(
        name="Chatra",
        addresses=(b"call.chatra.io/chatra.js",),
        code=(b"ChatraID", b"ChatraSetup"),
        frames=(b'id="chatra__iframe"',),
    ),
    Vendor(
        name="Chatwoot",
        addresses=(b"app.chatwoot.com/packs/js/sdk",),
        code=(b"chatwootSDK.run", b"chatwootSettings", b"$chatwoot"),
        frames=(b'id="chatwoot_live_chat_widget"',),
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
    ),
    Vendor(
        name="Customerly",
        addresses=(b"widget.customerly.io/", b"messenger.customerly.io/"),
        code=(b"customerlySettings",),
    ),
    Vendor(name="Daktela", addresses=(b".daktela.com/external/",), code=(b"daktelaGuiConfig",)),
    Vendor(
        name="Dialogflow",
        addresses=(b"gstatic.com/dialogflow-console/fast/",),
    ),
    Vendor(
        name="Drift",
        addresses=(b"js.driftt.com/include", b"js.drift.com/include", b"js.driftt.com/core"),
        code=(b"drift.SNIPPET_VERSION",),
        frames=(b'id="drift-widget"', b'id="drift-frame-controller"'),
    ),
    Vendor(
        name="Freshchat",
        addresses=(
            b"wchat.freshchat.com/",
            b"wchat.eu.freshchat.com/",
            b"wchat.in.freshchat.com/",
            b"wchat.au.freshchat.com/",
            b"snippets.freshchat.com/",
        ),
        code=(b"fcWidget.init", b"freshchat_setting", b"fcWidget.setExternalId", b"fcSettings"),
        frames=(b'id="fc_widget"', b'id="fc_frame"'),
    ),
    Vendor(
        name="Front",
        addresses=(b"chat-assets.frontapp.com/",),
    ),
    Vendor(
        name="Genesys",
        addresses=(
            b"mypurecloud.com/genesys-bootstrap",
            b"mypurecloud.com.au/genesys-bootstrap",
            b"mypurecloud.de/genesys-bootstrap",
            b"mypurecloud.ie/genesys-bootstrap",
            b"pure.cloud/genesys-bootstrap",
        ),
        code=(b"_genesysJs",),
    ),
    Vendor(name="Gist", addresses=(b"widget.getgist.com", b"cdn.getgist.com")),
    Vendor(
        name="Gorgias",
        addresses=(b"config.gorgias.chat/", b"config.gorgias.io/"),
        code=(b"GorgiasChat", b"gorgiasChatParameters"),
    ),
    Vendor(
        name="Help Scout",
        addresses=(b"beacon-v2.helpscout.net",),
        code=(b"Beacon('init'", b'Beacon("init"', b"Beacon( 'init'"),
    ),
    Vendor(
        name="HelpCrunch",
        addresses=(b"widget.helpcrunch.com/", b"embed.helpcrunch.com/"),
    ),
    Vendor(
        name="HubSpot",
        addresses=(
            b"js.usemessages.com/",
            b"js-eu1.usemessages.com/",
            b"js-na1.usemessages.com/",
            b"js-na2.usemessages.com/",
        ),
        code=(b"HubSpotConversations", b"hsConversationsSettings", b"hsConversationsOnReady"),
        frames=(b'id="hubspot-conversations-iframe"',),
    ),
    Vendor(
        name="iAdvize",
        addresses=(b"halc.iadvize.com/", b".iadvize.com/iadvize.js"),
    ),
    Vendor(
        name="Intercom",
        addresses=(b"widget.intercom.io/widget", b"js.intercomcdn.com/"),
        code=(b"intercomSettings", b"Intercom('boot'", b'Intercom("boot"'),
        frames=(b'id="intercom-frame"',),
    ),
    Vendor(
        name="JivoChat",
        addresses=(b"code.jivosite.com/", b"code.jivo.ru/", b"code.jivochat.com/"),
        code=(b"jivo_api", b"jivo_init", b"jivo_onLoadCallback"),
        frames=(b'id="jivo-iframe-container"',),
    ),
    Vendor(
        name="Kommunicate",
        addresses=(b"widget.kommunicate.io/",),
        code=(b"kommunicateSettings",),
        frames=(b'id="kommunicate-widget-iframe"',),
    ),
    Vendor(
        name="Landbot",
        addresses=(
            b"cdn.landbot.io/landbot-3",
            b"static.landbot.io/landbot-",
            b"landbot.io/widget",
            b"chats.landbot.io",
        ),
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
    ),
    Vendor(
        name="LivePerson",
        addresses=(b"lptag.liveperson.net/", b"lptag.liveperson.com/", b"lpcdn.lpsnmedia.net/"),
        code=(b"lpTag.site", b"lpTag.section", b"window.lpTag="),
    ),
    Vendor(name="ManyChat", addresses=(b"widget.manychat.com/", b"mccdn.me/assets/js/widget")),
    Vendor(
        name="Messenger",
        sdk=b"facebook",
        addresses=(b"/xfbml.customerchat.js",),
        places=(b"fb-customerchat", b"fb:customerchat"),
    ),
    Vendor(
        name="Olark",
        addresses=(b"static.olark.com/",),
    ),
    Vendor(
        name="Omnichannel",
        addresses=(b"oc-cdn-ocprod.azureedge.net/livechatwidget",),
        code=(b"Microsoft_Omnichannel_LCWidget",),
        frames=(b'id="microsoft_omnichannel_lcwidget',),
    ),
    Vendor(
        name="Podium",
        addresses=(b"connect.podium.com/widget",),
        frames=(b'id="podium-widget"', b'id="podium-bubble"'),
    ),
    Vendor(
        name="Pure Chat",
        addresses=(b"app.purechat.com/visitorwidget",),
    ),
    Vendor(
        name="Re:amaze",
        addresses=(b"cdn.reamaze.com/assets/reamaze",),
        code=(b"_support['account']",),
    ),
    Vendor(name="RedHelper", addresses=(b"web.redhelper.ru/service",)),
    Vendor(
        name="Rocket.Chat",
        addresses=(b"/rocketchat_livechat/",),
        code=(b"RocketChat._",),
    ),
    Vendor(
        name="Salesforce",
        addresses=(b"service.force.com/embeddedservice", b"salesforceliveagent.com/"),
        code=(b"embedded_svc.init", b"embeddedservice_bootstrap.init"),
    ),
    Vendor(
        name="Smartsupp",
        addresses=(b"smartsuppchat.com/loader", b"smartsuppcdn.com/"),
        code=(b"_smartsupp.key", b"_smartsupp =", b"_smartsupp||"),
        frames=(b'id="chat-application-iframe"',),
    ),
    Vendor(
        name="SnapEngage",
        addresses=(b"snapengage.com/cdn", b"storage.googleapis.com/code.snapengage.com"),
        code=(b"SnapEngage.",),
    ),
    Vendor(
        name="Sunshine Conversations",
        addresses=(b"cdn.smooch.io/", b".webloader.smooch.io/"),
    ),
    Vendor(
        name="Supportbox",
        addresses=(b"chat.supportbox.cz/",),
        code=(b"supportBoxChatId",),
    ),
    Vendor(
        name="Talk-Me",
        addresses=(b"lcab.talk-me.ru/support", b"static.site-chat.me/support"),
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
        frames=(b'id="tidio-chat-iframe"', b'id="tidio-chat"'),
    ),
    Vendor(
        name="Trengo",
        addresses=(b"widget.trengo.eu/", b"static.widget.trengo.eu/"),
        code=(b"window.Trengo",),
    ),
    Vendor(
        name="Userlike",
        addresses=(
            b"userlike-cdn-widgets.",
            b"api.userlike.com/api/chat",
            b"userlike-cdn-umm.",
        ),
        code=(b"userlikeConfig", b"userlikeStartChat("),
    ),
    Vendor(name="Verbox", addresses=(b"admin.verbox.ru/support",)),
    Vendor(name="Verloop", addresses=(b".verloop.io/livechat",)),
    Vendor(name="Voiceflow", addresses=(b"cdn.voiceflow.com/widget",)),
    Vendor(
        name="Webim", addresses=(b".webim.ru/js/", b".webim.ru/client"), code=(b"webim_visitor",)
    ),
    Vendor(
        name="Zammad",
        code=(b"new ZammadChat",),
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
    ),
    Vendor(
        name="Zoho SalesIQ",
        addresses=(b"salesiq.zoho.", b"salesiq.zohopublic.", b"salesiq.zohocdn.com/"),
        code=(b"$zoho.salesiq",),
    ),
)
"""In alphabetical order."""
