CREATE SCHEMA "operations";
--> statement-breakpoint
CREATE TABLE "operations"."contract_usage" (
	"contract_id" text NOT NULL,
	"procedure" text NOT NULL,
	"last_used" date NOT NULL,
	CONSTRAINT "contract_usage_pkey" PRIMARY KEY("contract_id","procedure")
);
