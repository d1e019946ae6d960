using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>Rules of an act's form; the schema says whether it has to say anything.</summary>
public sealed class ItemWordsValidator<T> : FormRules<T>
    where T : class, IItemWords
{
    public ItemWordsValidator(ReportItemAct act)
        : base(() => ReportItemForms.Of(act))
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Words).AbsentInStub());
        if (this is FormRules<ItemDirectiveInput> directive)
        {
            directive.RuleFor(x => x.GroupId).Empty().WithErrorCode("Task.ToBoth").WithState(_ => "Đ5.7")
                .When(x => !string.IsNullOrEmpty(x.AssigneeId));
            directive.RuleFor(x => x.AssigneeId).NotEmpty().WithErrorCode("ReportItem.DueOfNobody")
                .When(x => x.Due is not null && !x.GivesTask());
        }
    }
}
