using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations;

/// <summary>
/// Contacts that trips and meetings left before contacts had a life of their own: noted when they were, by whoever began the case.
/// </summary>
public partial class ContactsNotedBefore : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        UPDATE "ContactLogs" SET "CreatedAt" = "At",
          "AuthorId" = COALESCE((SELECT c."InitiatorId" FROM "Cases" c WHERE c."Id" = "ContactLogs"."SourceCaseId"), '')
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }
}
