using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>Words beside a report; a reason where it is given back .</summary>
public sealed class AreaReportNoteValidator : FormRules<AreaReportNoteInput>
{
    public AreaReportNoteValidator(Func<FormSchema> schema, OpinionDemand demand = OpinionDemand.None)
        : base(schema)
    {
        RuleFor(x => x.Opinion).AbsentInStub().When(x => x.IsStub());
        RuleFor(x => x.Opinion).Reason().When(x => demand == OpinionDemand.Reason && !x.IsStub());
    }
}
