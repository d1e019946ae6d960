using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What is searched for, folded, with marks of where it lies (g group, a area, p person, k process); the index over it is
            // SQLite's own. A row for each case and each reported item. Marks are only ever added: rights are checked on the rows.
            migrationBuilder.Sql("""
                CREATE TABLE "SearchEntries" ("Seq" INTEGER PRIMARY KEY, "Kind" TEXT NOT NULL, "SourceId" TEXT NOT NULL, "Text" TEXT NOT NULL, "Marks" TEXT NOT NULL);
                CREATE UNIQUE INDEX "IX_SearchEntries_Kind_SourceId" ON "SearchEntries" ("Kind", "SourceId");
                CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Text", "Marks", content='SearchEntries', content_rowid='Seq', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4');
                CREATE TRIGGER "SearchEntries_Added" AFTER INSERT ON "SearchEntries" BEGIN
                  INSERT INTO "SearchIndex"(rowid, "Text", "Marks") VALUES (new."Seq", new."Text", new."Marks");
                END;
                CREATE TRIGGER "SearchEntries_Changed" AFTER UPDATE ON "SearchEntries" BEGIN
                  INSERT INTO "SearchIndex"("SearchIndex", rowid, "Text", "Marks") VALUES ('delete', old."Seq", old."Text", old."Marks");
                  INSERT INTO "SearchIndex"(rowid, "Text", "Marks") VALUES (new."Seq", new."Text", new."Marks");
                END;
                CREATE TRIGGER "Cases_Search_Added" AFTER INSERT ON "Cases" BEGIN
                  INSERT INTO "SearchEntries"("Kind", "SourceId", "Text", "Marks") VALUES ('Case', new."Id", new."SearchText", 'g' || new."GroupId" || ' k' || new."ProcessKey");
                END;
                CREATE TRIGGER "Cases_Search_Changed" AFTER UPDATE OF "SearchText", "GroupId" ON "Cases" WHEN old."SearchText" <> new."SearchText" OR old."GroupId" <> new."GroupId" BEGIN
                  UPDATE "SearchEntries" SET "Text" = new."SearchText", "Marks" = "Marks" || CASE WHEN old."GroupId" <> new."GroupId" THEN ' g' || new."GroupId" ELSE '' END
                    WHERE "Kind" = 'Case' AND "SourceId" = new."Id";
                END;
                CREATE TRIGGER "CaseArea_Search_Added" AFTER INSERT ON "CaseArea" BEGIN
                  UPDATE "SearchEntries" SET "Marks" = "Marks" || ' a' || new."AreaId" WHERE "Kind" = 'Case' AND "SourceId" = new."CaseId" AND ' ' || "Marks" || ' ' NOT LIKE '% a' || new."AreaId" || ' %';
                END;
                CREATE TRIGGER "CasePerson_Search_Added" AFTER INSERT ON "CasePerson" BEGIN
                  UPDATE "SearchEntries" SET "Marks" = "Marks" || ' p' || new."PersonId" WHERE "Kind" = 'Case' AND "SourceId" = new."CaseId" AND ' ' || "Marks" || ' ' NOT LIKE '% p' || new."PersonId" || ' %';
                END;
                CREATE TRIGGER "ReportItems_Search_Added" AFTER INSERT ON "ReportItems" BEGIN
                  INSERT INTO "SearchEntries"("Kind", "SourceId", "Text", "Marks") VALUES ('Item', new."Id", new."SearchText", 'g' || new."GroupId" || ' a' || new."AreaId");
                END;
                INSERT INTO "SearchEntries"("Kind", "SourceId", "Text", "Marks") SELECT 'Case', "Id", "SearchText", 'g' || "GroupId" || ' k' || "ProcessKey"
                  || COALESCE((SELECT group_concat(' a' || a."AreaId", '') FROM "CaseArea" a WHERE a."CaseId" = c."Id"), '')
                  || COALESCE((SELECT group_concat(DISTINCT ' p' || p."PersonId") FROM "CasePerson" p WHERE p."CaseId" = c."Id"), '') FROM "Cases" c ORDER BY "CreatedAt";
                INSERT INTO "SearchEntries"("Kind", "SourceId", "Text", "Marks") SELECT 'Item', "Id", "SearchText", 'g' || "GroupId" || ' a' || "AreaId" FROM "ReportItems" ORDER BY "CreatedAt";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Cases_Search_Added";
                DROP TRIGGER "Cases_Search_Changed";
                DROP TRIGGER "CaseArea_Search_Added";
                DROP TRIGGER "CasePerson_Search_Added";
                DROP TRIGGER "ReportItems_Search_Added";
                DROP TABLE "SearchEntries";
                DROP TABLE "SearchIndex";
                """);
        }
    }
}
