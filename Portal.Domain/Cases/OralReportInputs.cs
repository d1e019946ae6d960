using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public enum ContactChannel
{
    Phone,
    Message,
    OfficialLetter,
    Email,
    InPerson,
}

/// <summary>Đã báo cáo trực tiếp: to whom, when, how, and what was answered.</summary>
public sealed record OralReportInput
{
    public string? ToId { get; init; }

    public DateTime? At { get; init; }

    public ContactChannel? Channel { get; init; }

    public string? Answer { get; init; }
}

public sealed record OralReportForm : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public OralReportInput? OralReport { get; init; }
}

internal sealed class OralReportValidator : AbstractValidator<OralReportInput>
{
    public OralReportValidator()
    {
        RuleFor(x => x.ToId).Needed("Đ7.A.5");
        RuleFor(x => x.At).Needed("Đ7.A.5");
        RuleFor(x => x.Channel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        RuleFor(x => x.Answer).OptionalText(1000);
    }
}

public sealed class OralReportFormValidator : AbstractValidator<OralReportForm>
{
    public OralReportFormValidator()
    {
        this.Gate();
        RuleFor(x => x.OralReport).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        RuleFor(x => x.OralReport!).SetValidator(new OralReportValidator()).When(x => x.OralReport is not null);
        RuleFor(x => x.OralReport!.Answer).AbsentInStub().When(x => x.IsStub() && x.OralReport is not null);
    }
}
