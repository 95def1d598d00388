import { RupiahCell as RupiahCell_1d5860f9549f5c56cea1aaadc6afd136 } from '@/lib/panel/RupiahCell'
import { RupiahField as RupiahField_719e54f79a5383884f1d53cb440ded90 } from '@/lib/panel/RupiahField'
import { StockLink as StockLink_c88733ef8ae3ab2321df56d500330921 } from '@/plugins/pharmacy/admin/stock/StockLink'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TimeCell as TimeCell_eedf091bdbe9dfaf7b2e4be082cb99e1 } from '@/lib/panel/TimeCell'
import { ListActions as ListActions_f73a43fbae2d5a7d2471b4b0cebc0216 } from '@/plugins/panel/admin/ListActions'
import { DocumentTimes as DocumentTimes_216cf8b6797be67eb73a584f52a5669b } from '@/plugins/panel/admin/DocumentTimes'
import { StockCardView as StockCardView_823ad2ce6aa9fa59ae82e1b85517570e } from '@/plugins/pharmacy/admin/stock/StockCardView'
import { ImportView as ImportView_0790fe3c62576249ddb500f1c0133cce } from '@/plugins/pharmacy/admin/import/ImportView'
import { ObatPicker as ObatPicker_9077694694537c5c2db06d3012a4155e } from '@/plugins/pharmacy/admin/ObatPicker'
import { PrescriptionField as PrescriptionField_500566267065e838c2ade7c68f374755 } from '@/plugins/pharmacy/admin/prescription/PrescriptionField'
import { PaymentDetails as PaymentDetails_ee492f27e485bf279ba57e6debad93d0 } from '@/plugins/pharmacy/admin/PaymentDetails'
import { OrderTitle as OrderTitle_48782f485c035be8071d656b9d7704eb } from '@/plugins/pharmacy/admin/OrderTitle'
import { OrderActions as OrderActions_350dd8f42dc0efaabe7ddc8bc19fa85d } from '@/plugins/pharmacy/admin/OrderActions'
import { OrderPapers as OrderPapers_47441a748b918c7f260dd6b2a7295071 } from '@/plugins/pharmacy/admin/receipt/OrderPapers'
import { TimeShown as TimeShown_1686a5ac269a708a0b73b0108ad64178 } from '@/lib/panel/TimeShown'
import { ScheduleView as ScheduleView_aaf18e501743eb597207ed0e2e753e45 } from '@/plugins/consultations/admin/schedule/ScheduleView'
import { ConsultationTimes as ConsultationTimes_edf0e88bcd8a1df9be7c8f9c86a17cc4 } from '@/plugins/consultations/admin/consultation/ConsultationTimes'
import { BillTitle as BillTitle_18646d3f85c815c8fffcdb69a2117a18 } from '@/plugins/examinations/admin/bill/BillTitle'
import { BillActions as BillActions_56b9e1c0214a4282ec058ace24a109f4 } from '@/plugins/examinations/admin/bill/BillActions'
import { NumberCell as NumberCell_21e0f3876b6a861b8adfa21c14a61a4b } from '@/plugins/examinations/admin/bill/NumberCell'
import { NumberShown as NumberShown_8c3b783dfb0703803c75dcc709fd44a3 } from '@/plugins/examinations/admin/bill/NumberShown'
import { LineLabel as LineLabel_6419fefd04b8c8109faa95de8195d7c3 } from '@/plugins/examinations/admin/bill/LineLabel'
import { LiveTotal as LiveTotal_9770666e31475c963b479f98065d655e } from '@/plugins/examinations/admin/bill/LiveTotal'
import { Unshown as Unshown_5f03c3df6f2e15ed44803e10f8921ad5 } from '@/lib/panel/Unshown'
import { CouponUses as CouponUses_79e530fc2be18b9610c1657135a6c2a2 } from '@/plugins/courses/admin/CouponUses'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaImageComponent as MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { PreviewComponent as PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { StatusCell as StatusCell_d6d1afbb0fcdeac8a63caef23337f7c1 } from '@/plugins/payments/admin/transactions/Status'
import { Actions as Actions_318de96accc0addc101a7907c9d1850d } from '@/plugins/payments/admin/transactions/Actions'
import { Timeline as Timeline_b133a896a91fbaf673dd134a72f7a169 } from '@/plugins/payments/admin/transactions/Timeline'
import { Summary as Summary_0a9136651d61c9ed8d2c553655e7bda3 } from '@/plugins/payments/admin/transactions/Summary'
import { ItemCell as ItemCell_f982ffc144d356607d46529ae260b927 } from '@/plugins/payments/admin/ItemCell'
import { ReportField as ReportField_446bfe090765f4935313f147601fd208 } from '@/plugins/payments/admin/shift/ReportField'
import { TitleCell as TitleCell_f115d799c29d70b0d90121a39242ae8b } from '@/plugins/notifications/admin/TitleCell'
import { ReadField as ReadField_a7671201fcefa998be3f3d6bb0ea9600 } from '@/plugins/notifications/admin/ReadField'
import { ReadAllButton as ReadAllButton_f0212f2af5acc365f5fbe59c626172a9 } from '@/plugins/notifications/admin/ReadAllButton'
import { RoleField as RoleField_b230e9d33a18f2a0386548a229e88999 } from '@/plugins/accounts/admin/RoleField'
import { Usage as Usage_1b04352dbec4f4d8ae9f3b54abcb5b28 } from '@/plugins/assistant/admin/Usage'
import { Icon as Icon_b1113a9347090883c5f367e355e1ac2d } from '@/app/(payload)/graphics/Icon'
import { Logo as Logo_5d5a87551e212e6a5ee4b95ab4804638 } from '@/app/(payload)/graphics/Logo'
import { Bell as Bell_4af32c80ac39cffb9ec03ef45d752cf7 } from '@/plugins/notifications/admin/Bell'
import { Menu as Menu_ec20365c2c33dea826ce073267f62da8 } from '@/plugins/panel/admin/Menu'
import { RealtimeProvider as RealtimeProvider_25c4f6d4925291390fb2925df2d1e0ac } from '@/plugins/realtime/admin/RealtimeProvider'
import { LanguageCookie as LanguageCookie_5562f2c0005a78843f644eae958d4421 } from '@/plugins/panel/admin/LanguageCookie'
import { DeskPage as DeskPage_a1baffc527a32bac877974527b8b6d99 } from '@/plugins/pharmacy/admin/desk/DeskPage'
import { CounterPage as CounterPage_702ec7671075f69c1e3e2671ad9808d0 } from '@/plugins/pharmacy/admin/counter/CounterPage'
import { StockPage as StockPage_07e59bec5120d185b23b027183f1214b } from '@/plugins/pharmacy/admin/stock/StockPage'
import { RoomsPage as RoomsPage_6a86b729b565253405821d343e72f046 } from '@/plugins/consultations/admin/rooms/RoomsPage'
import { RoomPage as RoomPage_9d36374c4aa377323efc30ef6cf27611 } from '@/plugins/consultations/admin/room/RoomPage'
import { SchedulePage as SchedulePage_a6785bc7b8260a176ecd3eb17f09a236 } from '@/plugins/consultations/admin/schedule/SchedulePage'
import { BillsPage as BillsPage_59565e5a483dfeb242531935b401f924 } from '@/plugins/examinations/admin/bills/BillsPage'
import { ShiftPage as ShiftPage_fcac0363216e0023882b21b978d42bad } from '@/plugins/payments/admin/shift/ShiftPage'
import { ToActOnPage as ToActOnPage_07dadc7bf40b2da1f2b33b1cec635815 } from '@/plugins/payments/admin/transactions/ToActOnPage'
import { Home as Home_389d6bafd83ad230947301929f10e464 } from '@/plugins/panel/admin/Home'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'
import { DeskBadge as DeskBadge_4e7028e1ba01d73550d9605dd74dbd42 } from '@/plugins/pharmacy/admin/desk/DeskBadge'
import { RoomsBadge as RoomsBadge_336249767ad11a11ee6bc52a85dcd7ad } from '@/plugins/consultations/admin/rooms/RoomsBadge'
import { ActionBadge as ActionBadge_dd459da2884b67d8f4d7b5d1744c3b8b } from '@/plugins/payments/admin/transactions/ActionBadge'
import { Desk as Desk_1ef80be089b65cc38c52a6957cc05cb9 } from '@/plugins/pharmacy/admin/desk/Desk'
import { SalesHome as SalesHome_13152970c7dc5dd9410747aa00252566 } from '@/plugins/pharmacy/admin/home/SalesHome'
import { LowStockHome as LowStockHome_74f423f1bf5e45eb693306ed2f9db9c5 } from '@/plugins/pharmacy/admin/home/LowStockHome'
import { Rooms as Rooms_926285c28c8697f0bf80ddd34b64ca04 } from '@/plugins/consultations/admin/rooms/Rooms'
import { StatisticsHome as StatisticsHome_a8b940aab307486adc376e09e2ad381a } from '@/plugins/consultations/admin/statistics/StatisticsHome'
import { Bills as Bills_ccb3adbadda9c389ebaa0b86d5e37b57 } from '@/plugins/examinations/admin/bills/Bills'
import { ToActOnHome as ToActOnHome_ab7e6cd63cdc4f8b7df050c18dd4f0d0 } from '@/plugins/payments/admin/transactions/ToActOnHome'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/lib/panel/RupiahCell#RupiahCell": RupiahCell_1d5860f9549f5c56cea1aaadc6afd136,
  "@/lib/panel/RupiahField#RupiahField": RupiahField_719e54f79a5383884f1d53cb440ded90,
  "@/plugins/pharmacy/admin/stock/StockLink#StockLink": StockLink_c88733ef8ae3ab2321df56d500330921,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/lib/panel/TimeCell#TimeCell": TimeCell_eedf091bdbe9dfaf7b2e4be082cb99e1,
  "@/plugins/panel/admin/ListActions#ListActions": ListActions_f73a43fbae2d5a7d2471b4b0cebc0216,
  "@/plugins/panel/admin/DocumentTimes#DocumentTimes": DocumentTimes_216cf8b6797be67eb73a584f52a5669b,
  "@/plugins/pharmacy/admin/stock/StockCardView#StockCardView": StockCardView_823ad2ce6aa9fa59ae82e1b85517570e,
  "@/plugins/pharmacy/admin/import/ImportView#ImportView": ImportView_0790fe3c62576249ddb500f1c0133cce,
  "@/plugins/pharmacy/admin/ObatPicker#ObatPicker": ObatPicker_9077694694537c5c2db06d3012a4155e,
  "@/plugins/pharmacy/admin/prescription/PrescriptionField#PrescriptionField": PrescriptionField_500566267065e838c2ade7c68f374755,
  "@/plugins/pharmacy/admin/PaymentDetails#PaymentDetails": PaymentDetails_ee492f27e485bf279ba57e6debad93d0,
  "@/plugins/pharmacy/admin/OrderTitle#OrderTitle": OrderTitle_48782f485c035be8071d656b9d7704eb,
  "@/plugins/pharmacy/admin/OrderActions#OrderActions": OrderActions_350dd8f42dc0efaabe7ddc8bc19fa85d,
  "@/plugins/pharmacy/admin/receipt/OrderPapers#OrderPapers": OrderPapers_47441a748b918c7f260dd6b2a7295071,
  "@/lib/panel/TimeShown#TimeShown": TimeShown_1686a5ac269a708a0b73b0108ad64178,
  "@/plugins/consultations/admin/schedule/ScheduleView#ScheduleView": ScheduleView_aaf18e501743eb597207ed0e2e753e45,
  "@/plugins/consultations/admin/consultation/ConsultationTimes#ConsultationTimes": ConsultationTimes_edf0e88bcd8a1df9be7c8f9c86a17cc4,
  "@/plugins/examinations/admin/bill/BillTitle#BillTitle": BillTitle_18646d3f85c815c8fffcdb69a2117a18,
  "@/plugins/examinations/admin/bill/BillActions#BillActions": BillActions_56b9e1c0214a4282ec058ace24a109f4,
  "@/plugins/examinations/admin/bill/NumberCell#NumberCell": NumberCell_21e0f3876b6a861b8adfa21c14a61a4b,
  "@/plugins/examinations/admin/bill/NumberShown#NumberShown": NumberShown_8c3b783dfb0703803c75dcc709fd44a3,
  "@/plugins/examinations/admin/bill/LineLabel#LineLabel": LineLabel_6419fefd04b8c8109faa95de8195d7c3,
  "@/plugins/examinations/admin/bill/LiveTotal#LiveTotal": LiveTotal_9770666e31475c963b479f98065d655e,
  "@/lib/panel/Unshown#Unshown": Unshown_5f03c3df6f2e15ed44803e10f8921ad5,
  "@/plugins/courses/admin/CouponUses#CouponUses": CouponUses_79e530fc2be18b9610c1657135a6c2a2,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaImageComponent": MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#PreviewComponent": PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@/plugins/payments/admin/transactions/Status#StatusCell": StatusCell_d6d1afbb0fcdeac8a63caef23337f7c1,
  "@/plugins/payments/admin/transactions/Actions#Actions": Actions_318de96accc0addc101a7907c9d1850d,
  "@/plugins/payments/admin/transactions/Timeline#Timeline": Timeline_b133a896a91fbaf673dd134a72f7a169,
  "@/plugins/payments/admin/transactions/Summary#Summary": Summary_0a9136651d61c9ed8d2c553655e7bda3,
  "@/plugins/payments/admin/ItemCell#ItemCell": ItemCell_f982ffc144d356607d46529ae260b927,
  "@/plugins/payments/admin/shift/ReportField#ReportField": ReportField_446bfe090765f4935313f147601fd208,
  "@/plugins/notifications/admin/TitleCell#TitleCell": TitleCell_f115d799c29d70b0d90121a39242ae8b,
  "@/plugins/notifications/admin/ReadField#ReadField": ReadField_a7671201fcefa998be3f3d6bb0ea9600,
  "@/plugins/notifications/admin/ReadAllButton#ReadAllButton": ReadAllButton_f0212f2af5acc365f5fbe59c626172a9,
  "@/plugins/accounts/admin/RoleField#RoleField": RoleField_b230e9d33a18f2a0386548a229e88999,
  "@/plugins/assistant/admin/Usage#Usage": Usage_1b04352dbec4f4d8ae9f3b54abcb5b28,
  "@/app/(payload)/graphics/Icon#Icon": Icon_b1113a9347090883c5f367e355e1ac2d,
  "@/app/(payload)/graphics/Logo#Logo": Logo_5d5a87551e212e6a5ee4b95ab4804638,
  "@/plugins/notifications/admin/Bell#Bell": Bell_4af32c80ac39cffb9ec03ef45d752cf7,
  "@/plugins/panel/admin/Menu#Menu": Menu_ec20365c2c33dea826ce073267f62da8,
  "@/plugins/realtime/admin/RealtimeProvider#RealtimeProvider": RealtimeProvider_25c4f6d4925291390fb2925df2d1e0ac,
  "@/plugins/panel/admin/LanguageCookie#LanguageCookie": LanguageCookie_5562f2c0005a78843f644eae958d4421,
  "@/plugins/pharmacy/admin/desk/DeskPage#DeskPage": DeskPage_a1baffc527a32bac877974527b8b6d99,
  "@/plugins/pharmacy/admin/counter/CounterPage#CounterPage": CounterPage_702ec7671075f69c1e3e2671ad9808d0,
  "@/plugins/pharmacy/admin/stock/StockPage#StockPage": StockPage_07e59bec5120d185b23b027183f1214b,
  "@/plugins/consultations/admin/rooms/RoomsPage#RoomsPage": RoomsPage_6a86b729b565253405821d343e72f046,
  "@/plugins/consultations/admin/room/RoomPage#RoomPage": RoomPage_9d36374c4aa377323efc30ef6cf27611,
  "@/plugins/consultations/admin/schedule/SchedulePage#SchedulePage": SchedulePage_a6785bc7b8260a176ecd3eb17f09a236,
  "@/plugins/examinations/admin/bills/BillsPage#BillsPage": BillsPage_59565e5a483dfeb242531935b401f924,
  "@/plugins/payments/admin/shift/ShiftPage#ShiftPage": ShiftPage_fcac0363216e0023882b21b978d42bad,
  "@/plugins/payments/admin/transactions/ToActOnPage#ToActOnPage": ToActOnPage_07dadc7bf40b2da1f2b33b1cec635815,
  "@/plugins/panel/admin/Home#Home": Home_389d6bafd83ad230947301929f10e464,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1,
  "@/plugins/pharmacy/admin/desk/DeskBadge#DeskBadge": DeskBadge_4e7028e1ba01d73550d9605dd74dbd42,
  "@/plugins/consultations/admin/rooms/RoomsBadge#RoomsBadge": RoomsBadge_336249767ad11a11ee6bc52a85dcd7ad,
  "@/plugins/payments/admin/transactions/ActionBadge#ActionBadge": ActionBadge_dd459da2884b67d8f4d7b5d1744c3b8b,
  "@/plugins/pharmacy/admin/desk/Desk#Desk": Desk_1ef80be089b65cc38c52a6957cc05cb9,
  "@/plugins/pharmacy/admin/home/SalesHome#SalesHome": SalesHome_13152970c7dc5dd9410747aa00252566,
  "@/plugins/pharmacy/admin/home/LowStockHome#LowStockHome": LowStockHome_74f423f1bf5e45eb693306ed2f9db9c5,
  "@/plugins/consultations/admin/rooms/Rooms#Rooms": Rooms_926285c28c8697f0bf80ddd34b64ca04,
  "@/plugins/consultations/admin/statistics/StatisticsHome#StatisticsHome": StatisticsHome_a8b940aab307486adc376e09e2ad381a,
  "@/plugins/examinations/admin/bills/Bills#Bills": Bills_ccb3adbadda9c389ebaa0b86d5e37b57,
  "@/plugins/payments/admin/transactions/ToActOnHome#ToActOnHome": ToActOnHome_ab7e6cd63cdc4f8b7df050c18dd4f0d0
}
