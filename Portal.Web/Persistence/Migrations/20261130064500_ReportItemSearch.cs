using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ReportItemSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table was built anew before, and its triggers went with the old one. Marks: p its author, d the department it was
            // released to; marks are only ever added.
            migrationBuilder.Sql("""
                DROP TRIGGER IF EXISTS "ReportItems_Search_Added";
                CREATE TRIGGER "ReportItems_Search_Added" AFTER INSERT ON "ReportItems" BEGIN
                  INSERT INTO "SearchEntries"("Kind", "SourceId", "Text", "Marks") VALUES ('Item', new."Id", new."SearchText",
                    'g' || new."GroupId" || ' a' || new."AreaId" || ' p' || new."AuthorId" || COALESCE(' d' || new."ReleasedTo", ''));
                END;
                CREATE TRIGGER "ReportItems_Search_Released" AFTER UPDATE OF "ReleasedTo" ON "ReportItems" WHEN new."ReleasedTo" IS NOT NULL BEGIN
                  UPDATE "SearchEntries" SET "Marks" = "Marks" || ' d' || new."ReleasedTo" WHERE "Kind" = 'Item' AND "SourceId" = new."Id"
                    AND ' ' || "Marks" || ' ' NOT LIKE '% d' || new."ReleasedTo" || ' %';
                END;
                UPDATE "SearchEntries" SET "Marks" = "Marks" || COALESCE((SELECT ' p' || i."AuthorId" || COALESCE(' d' || i."ReleasedTo", '')
                  FROM "ReportItems" i WHERE i."Id" = "SourceId"), '') WHERE "Kind" = 'Item';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "ReportItems_Search_Released";
                DROP TRIGGER "ReportItems_Search_Added";
                CREATE TRIGGER "ReportItems_Search_Added" AFTER INSERT ON "ReportItems" BEGIN
                  INSERT INTO "SearchEntries"("Kind", "SourceId", "Text", "Marks") VALUES ('Item', new."Id", new."SearchText", 'g' || new."GroupId" || ' a' || new."AreaId");
                END;
                """);
        }
    }
}
