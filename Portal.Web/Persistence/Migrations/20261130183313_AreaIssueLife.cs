using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <summary>
    /// Internal matters become cases of their own (S-03). Those that trips and meetings left behind before were told to the leader with
    /// them, and stay as they are: closed, and counted.
    /// </summary>
    public partial class AreaIssueLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AreaIssues_AreaId",
                table: "AreaIssues");

            migrationBuilder.RenameColumn(
                name: "Id",
                table: "AreaIssues",
                newName: "CaseId");

            migrationBuilder.AlterColumn<int>(
                name: "SourceIndex",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<Guid>(
                name: "SourceCaseId",
                table: "AreaIssues",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "Certainty",
                table: "AreaIssues",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HowKnown",
                table: "AreaIssues",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsAsked",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsForwarded",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsLate",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSeenByHead",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "NamedIds",
                table: "AreaIssues",
                type: "TEXT",
                maxLength: 2000000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ObservedOn",
                table: "AreaIssues",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OralReport",
                table: "AreaIssues",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Severity",
                table: "AreaIssues",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "AreaIssues",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Closed");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "WithoutLeader",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_AreaIssues_AreaId_SubmittedAt",
                table: "AreaIssues",
                columns: new[] { "AreaId", "SubmittedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AreaIssues_AreaId_SubmittedAt",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "Certainty",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "HowKnown",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "IsAsked",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "IsForwarded",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "IsLate",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "IsSeenByHead",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "NamedIds",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "ObservedOn",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "OralReport",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "Severity",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "AreaIssues");

            migrationBuilder.DropColumn(
                name: "WithoutLeader",
                table: "AreaIssues");

            migrationBuilder.RenameColumn(
                name: "CaseId",
                table: "AreaIssues",
                newName: "Id");

            migrationBuilder.AlterColumn<int>(
                name: "SourceIndex",
                table: "AreaIssues",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "SourceCaseId",
                table: "AreaIssues",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_AreaIssues_AreaId",
                table: "AreaIssues",
                column: "AreaId");
        }
    }
}
