using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ReportItemLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "SourceCaseId",
                table: "ReportItems",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "IsAnswered",
                table: "ReportItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "ReportItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stub",
                table: "ReportItems",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TaskId",
                table: "ReportItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ReportItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ItemId",
                table: "Notifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReportItemEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ActingForId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Stub = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    DepartmentId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportItemEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportItemEntries_ReportItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "ReportItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReportItems_Register",
                table: "ReportItems",
                columns: new[] { "CreatedAt", "State", "Sensitivity", "AreaId", "GroupId", "AuthorId", "ReleasedTo", "IsAnswered", "MergedIntoId", "Kind", "Domain", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportItems_MergedIntoId",
                table: "ReportItems",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReportItems_ReleasedTo",
                table: "ReportItems",
                column: "ReleasedTo",
                filter: "\"ReleasedTo\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReportItems_TaskId",
                table: "ReportItems",
                column: "TaskId",
                filter: "\"TaskId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReportItemEntries_ItemId_At",
                table: "ReportItemEntries",
                columns: new[] { "ItemId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportItemEntries_OtherId",
                table: "ReportItemEntries",
                column: "OtherId",
                filter: "\"OtherId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReportItemEntries");

            migrationBuilder.DropIndex(
                name: "IX_ReportItems_Register",
                table: "ReportItems");

            migrationBuilder.DropIndex(
                name: "IX_ReportItems_MergedIntoId",
                table: "ReportItems");

            migrationBuilder.DropIndex(
                name: "IX_ReportItems_ReleasedTo",
                table: "ReportItems");

            migrationBuilder.DropIndex(
                name: "IX_ReportItems_TaskId",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "IsAnswered",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "Stub",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "TaskId",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "ItemId",
                table: "Notifications");

            migrationBuilder.AlterColumn<Guid>(
                name: "SourceCaseId",
                table: "ReportItems",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
