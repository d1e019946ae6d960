using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PlansAndMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Item",
                table: "UserTasks",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Item",
                table: "Submissions",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsWidened",
                table: "Assignees",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RegisteredById = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Invitation = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    FoldedTitle = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Nomination = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    NominatedById = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NominateBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Consent = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    OralConsent = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Oral = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ForwardedToHead = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExtraRequest = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "MeetingTypes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingTypes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TripPlans",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TripPlans", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceLines",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    InsteadOfId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    IsExtra = table.Column<bool>(type: "INTEGER", nullable: false),
                    Covers = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Preparation = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    PreparedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    NotesDueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsLateNotes = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    LeadHasSeen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Directions = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Receipts = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceLines", x => new { x.CaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_AttendanceLines_Meetings_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Meetings",
                        principalColumn: "CaseId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TripPlanItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DateFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DateTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TripLeaderId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TripId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Directive = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    MovedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsReleased = table.Column<bool>(type: "INTEGER", nullable: false),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TripPlanItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TripPlanItems_TripPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "TripPlans",
                        principalColumn: "CaseId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceLines_PersonId",
                table: "AttendanceLines",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_GroupId_StartsAt",
                table: "Meetings",
                columns: new[] { "GroupId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_StartsAt",
                table: "Meetings",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_TripPlanItems_DateFrom_State",
                table: "TripPlanItems",
                columns: new[] { "DateFrom", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_TripPlanItems_PlanId",
                table: "TripPlanItems",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_TripPlanItems_TripId",
                table: "TripPlanItems",
                column: "TripId");

            migrationBuilder.CreateIndex(
                name: "IX_TripPlans_GroupId_Month",
                table: "TripPlans",
                columns: new[] { "GroupId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TripPlans_Month",
                table: "TripPlans",
                column: "Month");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttendanceLines");

            migrationBuilder.DropTable(
                name: "MeetingTypes");

            migrationBuilder.DropTable(
                name: "TripPlanItems");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "TripPlans");

            migrationBuilder.DropColumn(
                name: "Item",
                table: "UserTasks");

            migrationBuilder.DropColumn(
                name: "Item",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "IsWidened",
                table: "Assignees");
        }
    }
}
