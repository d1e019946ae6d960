using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Workflows.Runtime;

/// <summary>A form that is about to be shown, for its process to fill in what is known before anybody types.</summary>
/// <param name="Subject">The aggregate; null before the first step has made it.</param>
/// <param name="Item">The item of the loop in which the step runs: a line of attendance, a department; null outside of loops.</param>
/// <param name="ReadsRestricted">Restricted parts of the case are for this person too; what is not is not filled in either.</param>
public sealed record FormOpening(
    string FormKey, CaseContext Context, ICaseSubject? Subject = null, string? Item = null, bool ReadsRestricted = false)
{
    /// <summary>The last form of a key that was sent in this case, where the person may read it.</summary>
    public Func<string, JsonObject?> LastForm { get; init; } = _ => null;

    /// <summary>All forms of a key that were sent in this case and that the person may read, in their order.</summary>
    public Func<string, IReadOnlyList<JsonObject>> FormsOf { get; init; } = _ => [];

    /// <summary>
    /// E-R1: the form as it was sent the last time, with what is kept apart for those who may read it, and the question of secrecy
    /// open again; null where it was not sent, or is not for this person.
    /// </summary>
    public JsonObject? SentBefore()
    {
        if (LastForm(FormKey)?.DeepClone() is not JsonObject form)
        {
            return null;
        }

        form.Remove("secrecy");
        foreach (var (name, value) in LastForm(FormKey + ApartForms.Ending) ?? [])
        {
            form[name] = form[name] is JsonArray open && value is JsonArray apart
                ? new JsonArray([.. open.Concat(apart).Select(r => r?.DeepClone())])
                : value?.DeepClone();
        }

        return form;
    }
}
