-- CreateTable
CREATE TABLE "selling_plans" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "selling_plans_pkey" PRIMARY KEY ("shop","product_id","id")
);

SELECT confine_each_shop();
