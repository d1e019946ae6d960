using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;

namespace Portal.Domain.Guidance;

/// <summary>
/// Hướng dẫn, kiểm tra, đôn đốc, giám sát (Đ5.4): what the group did, with which departments, to have a resolution, directive or regulation
/// carried out in an area. A trip whose report tells of guidance leaves its own.
/// </summary>
public sealed class GuidanceAction : FollowedRecord
{
    private readonly List<GuidanceDepartment> _departments = [];

    private GuidanceAction()
    {
    }

    private GuidanceAction(NewGuidanceInput input, DateTime at, FollowedOrigin origin, CaseContext context)
        : base(input, at, origin, context)
    {
        (Type, Document) = (input.Type ?? GuidanceType.Guidance, input.Document ?? "");
        (Content, Result) = (input.Content ?? "", input.Result ?? "");
        _departments.AddRange((input.DepartmentIds ?? []).Distinct()
            .Select(d => new GuidanceDepartment { ActionId = Id, DepartmentId = d }));
    }

    public GuidanceType Type { get; private init; }

    /// <summary>The document that is to be carried out; empty where none is named.</summary>
    public string Document { get; private init; } = "";

    public string Content { get; private init; } = "";

    /// <summary>What came of it at once; what comes of it later is its outcome.</summary>
    public string Result { get; private init; } = "";

    /// <summary>Departments that it was done with: they read what is not Restricted.</summary>
    public IReadOnlyList<GuidanceDepartment> Departments => _departments;

    /// <summary>By a member of the group that watches the area today.</summary>
    public static Result<GuidanceAction> Enter(NewGuidanceInput input, CaseContext context)
    {
        var group = GroupFor(input, context);
        if (!group.IsSuccess)
        {
            return group.Refusal;
        }

        if (input.Date > context.Today)
        {
            return FollowUpRefusals.NotYet("date");
        }

        return (input.DepartmentIds ?? []).All(d => context.Directory.Department(d) is not null)
            ? Of(input, new FollowedOrigin(null, 0, group.Value, context.PrincipalId), context)
            : GuidanceRefusals.NoSuchDepartment;
    }

    /// <summary>What the report of a trip tells of.</summary>
    internal static GuidanceAction Of(NewGuidanceInput input, FollowedOrigin origin, CaseContext context) =>
        new(input, VietnamTime.StartOf(input.Date!.Value), origin, context);
}
