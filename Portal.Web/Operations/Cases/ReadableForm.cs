using System.Text.Json.Nodes;
using Portal.Domain.Cases;

namespace Portal.Web.Operations.Cases;

/// <summary>
/// What a person sees of a form that was sent: all of it, or the share that was written for most (<see cref="AudienceShare"/>).
/// </summary>
public static class ReadableForm
{
    /// <summary>Of a form of which the person may read the part (<see cref="CaseAccess.CanReadPart"/>).</summary>
    public static JsonObject Of(FormSubmission sent, AccessScope scope, Case subject)
    {
        var form = (JsonObject)JsonNode.Parse(sent.Json)!;
        if (CaseAccess.ShareFor(scope, subject, sent.FormKey, sent.PersonId) is { } fields && !sent.IsStub)
        {
            foreach (var name in form.Select(f => f.Key).Except(fields).ToList())
            {
                form.Remove(name);
            }
        }

        return form;
    }
}
