using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RestrictedWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Nobody finds a Restricted item by its words: they are taken out, and the index is made anew so that none stays in it. What
            // else is sealed from now on is sealed at the start of the program, which then clears the free pages too.
            migrationBuilder.Sql("""
                UPDATE "SearchEntries" SET "Text" = '' WHERE "Kind" = 'Item' AND "SourceId" IN (SELECT "Id" FROM "ReportItems" WHERE "Sensitivity" = 'Restricted');
                UPDATE "ReportItems" SET "SearchText" = '' WHERE "Sensitivity" = 'Restricted';
                INSERT INTO "SearchIndex"("SearchIndex") VALUES ('rebuild');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
