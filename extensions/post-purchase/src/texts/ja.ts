import type { Lines } from "./texts";

export const ja: Lines = [
  "種類", // variant
  "数量", // quantity
  "小計", // subtotal
  "割引", // discount
  "配送料", // shipping
  "無料", // free
  "税", // tax
  "内税", // included
  "お支払い合計", // total
  "通常価格", // priceBefore
  "現在の価格", // priceNow
  "今すぐ支払う", // payNow
  "合計を計算中", // calculating
  "ご注文に追加中", // adding
  "いいえ、結構です", // decline
  "ご注文へ進む", // toOrder
  "ご注文に追加されず、請求もされていません。", // notCharged
  "重ねて請求されていません。", // notAgain
  "ご注文に追加されましたが、まだ支払われていません。", // stillOpen
  "ご注文にあれば一度だけ請求され、なければ請求されていません。", // onceAtMost
  "お支払いが完了しませんでした。", // paymentFailed
  "在庫が足りません。", // stock
  "このお支払い方法では追加できません。", // method
  "ストアでエラーが発生しました。", // fault
  "ご注文はすでに準備中です。", // released
  "このご案内は終了しました。", // unavailable
  "価格または内容が変わりました。", // changed
  "すでにお申し込み済みです。", // already
  "接続が切れました。", // offline
  "合計を計算できませんでした。", // noTotal
];
