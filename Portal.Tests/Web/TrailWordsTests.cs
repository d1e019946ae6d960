using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Audit;
using Portal.Web.Persistence;
using Portal.Web.Shared;
using Portal.Web.Texts;
using Portal.Workflows.Authoring;

namespace Portal.Tests.Web;

/// <summary>Section 7, X-04 on screen: an entry is read in words; ids and names of columns are for programs.</summary>
public class TrailWordsTests
{
    private const string Administrator = "S06";

    [Fact]
    public async Task Every_record_of_the_organisation_and_every_field_of_it_has_a_word()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model;
        var records = typeof(DirectoryData).GetProperties()
            .Where(p => p.PropertyType.IsGenericType && p.Name is not ("Absences" or "Delegations"))
            .Select(p => p.PropertyType.GetGenericArguments()[0])
            .ToList();
        Assert.True(records.Count > 10);
        var texts = new Localizer(new TextCatalogue());
        Assert.All(records, r => Assert.NotNull(texts.Find($"record.{r.Name}")));
        Assert.All(
            records.SelectMany(r => model.FindEntityType(r)!.GetProperties())
                .Where(p => p.Name is not ("SortKey" or "SearchText") && !(p.IsPrimaryKey() && p.ClrType == typeof(Guid)))
                .Select(p => p.Name)
                .Distinct(),
            p => Assert.True(texts.Find($"record-field.{p}") is not null, p));
    }

    [Fact]
    public async Task What_changed_in_the_organisation_is_told_by_names()
    {
        await using var portal = await TestPortal.CreateAsync();
        var name = await portal.ReadAsync(db => db.Areas.Where(a => a.Id == "A017").Select(a => a.Name).SingleAsync());
        var done = await portal.Services.GetRequiredService<OrganisationAdministration>().DoAsync(
            portal.Person(Administrator), "area-edit", "A017",
            FormInput.ToJson(new AreaEditInput { Name = "Xã Bản Mới", PartyCommittee = "Đảng ủy xã Bản Mới, tỉnh Lam Giang" }));
        Assert.True(done.IsSuccess, done.Refusal?.Code);
        var (trail, directory) = (
            await portal.Services.GetRequiredService<AuditQueries>()
                .ListAsync(portal.Person(Administrator), new AuditFilter { Kind = "Organisation" }),
            (await portal.Operations.ContextAsync(portal.Person(Administrator))).Directory);
        var words = AuditWords.Details(new Localizer(new TextCatalogue()), trail.Rows[0], directory);
        Assert.StartsWith("Xã Bản Mới · địa bàn (Xã Bản Mới): ", words, StringComparison.Ordinal);
        Assert.Contains($"tên {name} → Xã Bản Mới", words, StringComparison.Ordinal);
        Assert.Contains("→ Đảng ủy xã Bản Mới, tỉnh Lam Giang", words, StringComparison.Ordinal);
        Assert.DoesNotContain("A017", words, StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Z][a-z]+[A-Z]", words);
    }

    [Theory]
    [InlineData("+ AreaAssignment: GroupId=N03, AreaId=A017, ValidFrom=01/12/2026",
        "Thêm phân công theo dõi: nhóm {N03}, địa bàn {A017}, từ ngày 01/12/2026")]
    [InlineData("AreaAssignment N03/A017: ValidTo ∅ → 30/11/2026", "phân công theo dõi ({N03}, {A017}): đến ngày (trống) → 30/11/2026")]
    [InlineData("− RoleGrant: PersonId=S20, Role=Auditor; + RoleGrant: PersonId=S20, Role=DepartmentHead",
        "Bỏ vai trò: người {S20}, vai trò Kiểm tra; Thêm vai trò: người {S20}, vai trò Trưởng phòng")]
    [InlineData("+ GroupMembership: PersonId=S20, Specialities=InternalPoliticalProtection",
        "Thêm thành viên nhóm: người {S20}, chuyên môn Bảo vệ chính trị nội bộ")]
    [InlineData("điều không ai biết", "điều không ai biết")]
    public async Task A_row_is_told_in_words_and_what_is_not_known_as_it_stands(string written, string told)
    {
        await using var portal = await TestPortal.CreateAsync();
        var directory = (await portal.Operations.ContextAsync(portal.Person(Administrator))).Directory;
        foreach (var id in new[] { "N03", "A017", "S20" })
        {
            told = told.Replace($"{{{id}}}", ChangeWords.Name(id, directory), StringComparison.Ordinal);
        }

        Assert.Equal(told, ChangeWords.Of(new Localizer(new TextCatalogue()), written, directory));
    }

    [Fact]
    public async Task Steps_versions_parameters_and_differences_have_their_names()
    {
        await using var portal = await TestPortal.CreateAsync();
        var directory = (await portal.Operations.ContextAsync(portal.Person(Administrator))).Directory;
        var texts = new Localizer(new TextCatalogue());
        string Told(string act, string subject, string details = "") => AuditWords.Details(
            texts, new AuditRow(1, portal.Now, Administrator, null, act, null, "field-trip", subject, details, ""), directory);
        Assert.Equal("Đi báo việc, phiên bản 5", Told("Definition.Drafted", "field-trip-v5"));
        Assert.Equal(texts["setting.Att.DecideDays"], Told("Setting.Changed", "Att.DecideDays"));
        Assert.Equal(texts["step.field-trip.review"], Told("Incident.Raised", "review"));
        Assert.Equal("", Told("File.Uploaded", Guid.NewGuid().ToString("N")));
        var difference = new Difference("Who", "Xem báo việc", "review", "groupLead", "head");
        var words = Told(
            "Definition.Published",
            "field-trip-v5",
            $"{difference.Code} {difference.Step}: {difference.Before} → {difference.After}");
        Assert.DoesNotContain("groupLead", words, StringComparison.Ordinal);
        Assert.Contains("Xem báo việc: ", words, StringComparison.Ordinal);
    }
}
