using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class GroupMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GroupMeetings",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Call = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    RecordedById = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Tasks = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupMeetings", x => x.CaseId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UserTasks_OfGroup",
                table: "UserTasks",
                columns: new[] { "GroupId", "DueAt" },
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewProposals_Year",
                table: "ReviewProposals",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMeetings_GroupId_StartsAt",
                table: "GroupMeetings",
                columns: new[] { "GroupId", "StartsAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GroupMeetings");

            migrationBuilder.DropIndex(
                name: "IX_UserTasks_OfGroup",
                table: "UserTasks");

            migrationBuilder.DropIndex(
                name: "IX_ReviewProposals_Year",
                table: "ReviewProposals");
        }
    }
}
