using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.Guidance;

namespace Portal.Web.Operations.FollowUps;

/// <summary>RP-07, hướng dẫn, kiểm tra, đôn đốc, giám sát (Đ5.4); departments read what was done with them.</summary>
internal sealed class GuidanceSource() : FollowedSource<GuidanceAction>(g => new FollowedRow(
    g.Id, g.At, g.AreaId, g.GroupId, g.Type.ToString(), g.Document, g.Departments.Select(d => d.DepartmentId).ToList(), "", "", g.Domain,
    g.Content, g.Result, g.FollowUp, g.FollowUpDue, g.Outcome, g.State, g.Sensitivity != Sensitivity.Normal, g.AuthorId))
{
    private static readonly NewGuidanceValidator Rules = new();

    public override FollowedKind Kind => FollowedKind.Guidance;

    public override FormSchema Form => GuidanceForms.New;

    public override IReadOnlyList<string> Types { get; } = Enum.GetNames<GuidanceType>();

    protected override Expression<Func<AccessScope, GuidanceAction, bool>> AlsoReadBy { get; } = (s, g) =>
        g.Sensitivity == Sensitivity.Normal && g.Departments.Any(d => d.DepartmentId == s.DepartmentId);

    public override Result<FollowedRecord> Enter(JsonObject form, CaseContext context)
    {
        var input = FormInput.Read(form, Rules);
        return input.IsSuccess ? Entered(GuidanceAction.Enter(input.Value, context)) : input.Refusal;
    }

    protected override IQueryable<GuidanceAction> Whole(IQueryable<GuidanceAction> records) => records.Include(g => g.Departments);

    protected override IQueryable<GuidanceAction> OfType(IQueryable<GuidanceAction> records, string type)
    {
        var wanted = Enum.Parse<GuidanceType>(type);
        return records.Where(g => g.Type == wanted);
    }
}
