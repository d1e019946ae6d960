using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations;

/// <summary>The Restricted part of notes of a meeting is named like every part that is kept apart, so that nobody else learns of it.</summary>
public partial class NotesApart : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """UPDATE "Submissions" SET "FormKey" = 'attendance-notes-apart' WHERE "FormKey" = 'attendance-remarks';""");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """UPDATE "Submissions" SET "FormKey" = 'attendance-remarks' WHERE "FormKey" = 'attendance-notes-apart';""");
}
