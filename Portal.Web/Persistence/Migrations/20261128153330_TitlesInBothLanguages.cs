using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TitlesInBothLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_RegulationFeedback_SubmittedAt",
                table: "RegulationFeedback",
                column: "SubmittedAt");

            // Titles were Vietnamese sentences; from now on they are a key of the texts (before U+001F) with what is put into it.
            foreach (var (table, column) in new[] { ("Cases", "Title"), ("UserTasks", "CaseTitle") })
            {
                Rename(migrationBuilder, table, column, "field-trip", "title.field-trip", "Đi báo việc: ");
                Rename(migrationBuilder, table, column, "meeting-attendance", "title.meeting-attendance", "Dự họp: ");
                Rename(migrationBuilder, table, column, "leader-task", "title.leader-task", "Nhiệm vụ: ");
                Rename(migrationBuilder, table, column, "regulation-feedback", "title.regulation-feedback", "Góp ý Quy chế: Điều ");
                Rename(migrationBuilder, table, column, "review-suggestion-annual", "title.review-suggestion-annual", "Kỳ kiểm điểm năm ");
                Rename(migrationBuilder, table, column, "review-suggestion-adhoc", "title.review-suggestion-adhoc", "Gợi ý kiểm điểm đột xuất: ");
                Rename(migrationBuilder, table, column, "review-suggestion-area", "title.review-suggestion-area", "Gợi ý kiểm điểm năm ");
                Rename(migrationBuilder, table, column, "monthly-trip-plan", "title.monthly-trip-plan", "Kế hoạch đi địa bàn tháng ");

                // The year or the month, and what follows it; the meeting's own name behind a dash.
                Split(migrationBuilder, table, column, "title.review-suggestion-area", ": ", 31);
                Split(migrationBuilder, table, column, "title.monthly-trip-plan", ": ", 31);
                Split(migrationBuilder, table, column, "title.meeting-attendance", " – ", 30);
            }
        }

        private static void Rename(
            MigrationBuilder migrationBuilder, string table, string column, string process, string key, string prefix) =>
            migrationBuilder.Sql($"""
                UPDATE "{table}" SET "{column}" = '{key}' || char(31) || substr("{column}", length('{prefix}') + 1)
                WHERE "ProcessKey" = '{process}' AND substr("{column}", 1, length('{prefix}')) = '{prefix}';
                """);

        private static void Split(
            MigrationBuilder migrationBuilder, string table, string column, string key, string separator, int character) =>
            migrationBuilder.Sql($"""
                UPDATE "{table}" SET "{column}" = substr("{column}", 1, instr("{column}", '{separator}') - 1) || char({character})
                    || substr("{column}", instr("{column}", '{separator}') + length('{separator}'))
                WHERE substr("{column}", 1, length('{key}') + 1) = '{key}' || char(31) AND instr("{column}", '{separator}') > 0;
                """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegulationFeedback_SubmittedAt",
                table: "RegulationFeedback");
        }
    }
}
