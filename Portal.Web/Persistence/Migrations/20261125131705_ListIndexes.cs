using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_UserTasks_Open",
                table: "UserTasks",
                column: "DueAt",
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_FieldTrips_DepartsAt",
                table: "FieldTrips",
                column: "DepartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_FieldTrips_ReturnsAt",
                table: "FieldTrips",
                column: "ReturnsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfInitiator",
                table: "Cases",
                column: "InitiatorId",
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ProcessKey_UpdatedAt",
                table: "Cases",
                columns: new[] { "ProcessKey", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_At",
                table: "Attachments",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_UserTasks_Open",
                table: "UserTasks");

            migrationBuilder.DropIndex(
                name: "IX_FieldTrips_DepartsAt",
                table: "FieldTrips");

            migrationBuilder.DropIndex(
                name: "IX_FieldTrips_ReturnsAt",
                table: "FieldTrips");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfInitiator",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ProcessKey_UpdatedAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_At",
                table: "Attachments");
        }
    }
}
