import type { Lines } from "./texts";

export const en: Lines = [
  "Option", // variant
  "Quantity", // quantity
  "Subtotal", // subtotal
  "Discount", // discount
  "Shipping", // shipping
  "Free", // free
  "Tax", // tax
  "included", // included
  "Total to pay", // total
  "Price before", // priceBefore
  "Price now", // priceNow
  "Pay now", // payNow
  "Calculating the total", // calculating
  "Adding to your order", // adding
  "No, thank you", // decline
  "Continue to your order", // toOrder
  "It was not added to your order and not charged.", // notCharged
  "You have not been charged again.", // notAgain
  "It is on your order but not paid yet.", // stillOpen
  "If it is on your order, it was charged once; otherwise not at all.", // onceAtMost
  "The payment did not go through.", // paymentFailed
  "There is not enough of this item left.", // stock
  "Your payment method cannot be used for this.", // method
  "Something went wrong in the shop.", // fault
  "Your order is already being prepared.", // released
  "This offer is no longer available.", // unavailable
  "The offer or its price has just changed.", // changed
  "You have already accepted this offer.", // already
  "The connection was lost.", // offline
  "The total could not be calculated.", // noTotal
];
