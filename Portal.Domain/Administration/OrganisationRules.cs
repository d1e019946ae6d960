using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

/// <summary>What the fields of an administrator's form demand, and what the act demands beside that.</summary>
internal sealed class OrganisationRules<T> : FormRules<T>
    where T : class
{
    public OrganisationRules(FormSchema form, IValidator<T>? own)
        : base(() => form)
    {
        if (own is not null)
        {
            Include(own);
        }
    }
}
