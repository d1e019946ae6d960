using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public enum Cooperation
{
    Good,
    Normal,
    Obstructed,
}

/// <summary>One item of Đ5.1 in a report.</summary>
public sealed record ReportItemInput
{
    public string? AreaId { get; init; }

    public ReportItemKind? Kind { get; init; }

    public string? Domain { get; init; }

    public string? Content { get; init; }

    public ReportItemLevel? Level { get; init; }

    public string? ProposedHandling { get; init; }

    public string? AskedOf { get; init; }

    public bool? ConcernsPersonnel { get; init; }
}

/// <summary>One internal matter of Đ5.3 in a report.</summary>
public sealed record AreaIssueInput
{
    public string? AreaId { get; init; }

    public IssueCategory? Category { get; init; }

    public string? Facts { get; init; }

    public string? ProposedSolution { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }
}

internal sealed class ReportItemValidator : AbstractValidator<ReportItemInput>
{
    public ReportItemValidator()
    {
        RuleFor(x => x.AreaId).Needed("Đ5.1");
        RuleFor(x => x.Kind).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.1");
        RuleFor(x => x.Domain).Needed("Đ2.2");
        RuleFor(x => x.Level).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Content).RequiredText(4000, "Đ5.1");
        RuleFor(x => x.ProposedHandling).OptionalText(2000);
        RuleFor(x => x.AskedOf).OptionalText(300);
        RuleFor(x => x.ConcernsPersonnel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ4.1-3");
    }
}

internal sealed class AreaIssueValidator : AbstractValidator<AreaIssueInput>
{
    public AreaIssueValidator()
    {
        RuleFor(x => x.AreaId).Needed("Đ5.3");
        RuleFor(x => x.Category).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.3");
        RuleFor(x => x.Facts).RequiredText(4000, "Đ5.3");
        RuleFor(x => x.ProposedSolution).RequiredText(4000, "Đ5.3");
    }
}
