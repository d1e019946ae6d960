using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class GuidanceAndUninvitedMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GuidanceActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SourceCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FollowUp = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FollowUpDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    OutcomeStub = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    EndedById = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    EndedForId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Stub = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Sensitivity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceActions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UninvitedMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingTypeId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    KnownFrom = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SourceCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FollowUp = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FollowUpDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    OutcomeStub = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    EndedById = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    EndedForId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Stub = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Sensitivity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UninvitedMeetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuidanceDepartments",
                columns: table => new
                {
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepartmentId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceDepartments", x => new { x.ActionId, x.DepartmentId });
                    table.ForeignKey(
                        name: "FK_GuidanceDepartments_GuidanceActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "GuidanceActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceActions_AreaId_At",
                table: "GuidanceActions",
                columns: new[] { "AreaId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceActions_At_State_Sensitivity_AreaId_GroupId_AuthorId_Domain_FollowUpDue",
                table: "GuidanceActions",
                columns: new[] { "At", "State", "Sensitivity", "AreaId", "GroupId", "AuthorId", "Domain", "FollowUpDue" });

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceActions_FollowUpDue",
                table: "GuidanceActions",
                column: "FollowUpDue",
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceActions_SourceCaseId_SourceIndex",
                table: "GuidanceActions",
                columns: new[] { "SourceCaseId", "SourceIndex" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceDepartments_DepartmentId",
                table: "GuidanceDepartments",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_UninvitedMeetings_AreaId_At",
                table: "UninvitedMeetings",
                columns: new[] { "AreaId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_UninvitedMeetings_At_State_Sensitivity_AreaId_GroupId_AuthorId_Domain_FollowUpDue",
                table: "UninvitedMeetings",
                columns: new[] { "At", "State", "Sensitivity", "AreaId", "GroupId", "AuthorId", "Domain", "FollowUpDue" });

            migrationBuilder.CreateIndex(
                name: "IX_UninvitedMeetings_FollowUpDue",
                table: "UninvitedMeetings",
                column: "FollowUpDue",
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_UninvitedMeetings_SourceCaseId_SourceIndex",
                table: "UninvitedMeetings",
                columns: new[] { "SourceCaseId", "SourceIndex" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GuidanceDepartments");

            migrationBuilder.DropTable(
                name: "UninvitedMeetings");

            migrationBuilder.DropTable(
                name: "GuidanceActions");
        }
    }
}
