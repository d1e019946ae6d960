using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ContactLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "SourceCaseId",
                table: "ContactLogs",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "AuthorId",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Body",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Counterpart",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Area");

            migrationBuilder.AddColumn<DateTime>(
                name: "CreatedAt",
                table: "ContactLogs",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "DepartmentId",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Domain",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "ContactLogs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedById",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedForId",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FollowUp",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "FollowUpDue",
                table: "ContactLogs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OutcomeStub",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sensitivity",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Normal");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Noted");

            migrationBuilder.AddColumn<string>(
                name: "Stub",
                table: "ContactLogs",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ContactLogs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_At_State_Sensitivity_AreaId_GroupId_AuthorId_Domain_FollowUpDue",
                table: "ContactLogs",
                columns: new[] { "At", "State", "Sensitivity", "AreaId", "GroupId", "AuthorId", "Domain", "FollowUpDue" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactLogs_FollowUpDue",
                table: "ContactLogs",
                column: "FollowUpDue",
                filter: "\"State\" = 'Open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ContactLogs_At_State_Sensitivity_AreaId_GroupId_AuthorId_Domain_FollowUpDue",
                table: "ContactLogs");

            migrationBuilder.DropIndex(
                name: "IX_ContactLogs_FollowUpDue",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "AuthorId",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "Body",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "Counterpart",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "DepartmentId",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "Domain",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "EndedById",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "EndedForId",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "FollowUp",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "FollowUpDue",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "OutcomeStub",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "Sensitivity",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "State",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "Stub",
                table: "ContactLogs");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ContactLogs");

            migrationBuilder.AlterColumn<Guid>(
                name: "SourceCaseId",
                table: "ContactLogs",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
