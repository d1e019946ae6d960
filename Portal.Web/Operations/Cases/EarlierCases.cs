using System.Text.Json;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Cases;

/// <summary>The form that an earlier case began with, to begin another by it. Read as its page is: by right, and recorded.</summary>
public sealed class EarlierCases(CaseQueries cases)
{
    /// <summary>Null where the person may not read it whole, it is Restricted, or a stub stands for it.</summary>
    public async Task<T?> FirstFormAsync<T>(Actor actor, Guid caseId, string formKey, CancellationToken cancellation = default)
        where T : class
    {
        var found = await cases.FindAsync(actor, caseId, cancellation);
        if (!found.IsSuccess || found.Value is { HasContent: false } or { IsPartial: true }
            || found.Value.Case.Sensitivity != Sensitivity.Normal)
        {
            return null;
        }

        return found.Value.Submissions
            .LastOrDefault(s => s is { Form: not null, IsRestricted: false, IsStub: false } && s.FormKey == formKey)?.Form
            .Deserialize<T>(FormInput.Json);
    }
}
