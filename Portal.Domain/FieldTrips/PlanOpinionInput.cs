using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>F4 on a plan: as a whole, and per item.</summary>
public sealed record PlanOpinionInput : IGatedInput, IGivesDirectives
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }

    public PlanItemOpinion[]? ItemOpinions { get; init; }

    public DirectiveInput[]? Directives { get; init; }
}
