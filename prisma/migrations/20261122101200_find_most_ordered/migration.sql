-- CreateIndex
CREATE INDEX "co_purchase_products_shop_orders_product_id_idx" ON "co_purchase_products"("shop", "orders", "product_id");
