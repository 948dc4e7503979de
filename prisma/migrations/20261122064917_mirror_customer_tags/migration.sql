-- CreateTable
CREATE TABLE "customer_tags" (
    "shop" TEXT NOT NULL,
    "customer_key" TEXT NOT NULL,
    "tags" TEXT[],
    "observed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_tags_pkey" PRIMARY KEY ("shop","customer_key")
);

-- CreateTable
CREATE TABLE "customer_tag_counts" (
    "shop" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "customer_tag_counts_pkey" PRIMARY KEY ("shop","tag")
);

SELECT confine_each_shop();
