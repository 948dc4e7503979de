-- CreateIndex
CREATE INDEX "reorder_dues_shop_due_from_customer_key_product_id_idx" ON "reorder_dues"("shop", "due_from", "customer_key", "product_id");
