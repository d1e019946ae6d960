using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FollowUps;

/// <summary>Rules of every form that notes something to be followed up: what is to be done and until when are said together.</summary>
public abstract class FollowedRules<T> : FormRules<T>
    where T : class, IFollowedInput
{
    protected FollowedRules(Func<FormSchema> schema)
        : base(schema)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.FollowUp).AbsentInStub());
        RuleFor(x => x.FollowUpDue).NotNull().WithErrorCode("FollowUp.NeedsDay").When(x => !string.IsNullOrWhiteSpace(x.FollowUp));
        RuleFor(x => x.FollowUp).NotEmpty().WithErrorCode("FollowUp.DueOfNothing").When(x => !x.IsStub() && x.FollowUpDue is not null);
    }
}
