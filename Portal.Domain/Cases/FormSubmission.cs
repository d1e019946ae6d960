namespace Portal.Domain.Cases;

/// <summary>
/// One form as it was sent; a return makes a new round beside it (E-T1). Never changed, unless it turns out to be about a state secret.
/// </summary>
public sealed class FormSubmission
{
    private string _json = "";
    private string _extraJson = "";
    private bool _isStub;
    private Sensitivity _sensitivity;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public Guid? TaskId { get; init; }

    public required string StepId { get; init; }

    public required string FormKey { get; init; }

    public required string Action { get; init; }

    /// <summary>The item of the loop in which the step ran (a line of attendance); null outside of loops.</summary>
    public string? Item { get; init; }

    /// <summary>From 1; the n-th time this form was sent for this step.</summary>
    public required int Round { get; init; }

    public required string Json { get => _json; init => _json = value; }

    /// <summary>Extra fields of the definition, as a JSON object.</summary>
    public string ExtraJson { get => _extraJson; init => _extraJson = value; }

    public required string PersonId { get; init; }

    /// <summary>The person acted for under a delegation, or null.</summary>
    public string? ActingForId { get; init; }

    public required DateTime At { get; init; }

    public Sensitivity Sensitivity { get => _sensitivity; init => _sensitivity = value; }

    /// <summary>Who it answers, or who is to take it over, and so reads it too where it is Restricted; empty where there is
    /// nobody.</summary>
    public string AddresseeId { get; init; } = "";

    /// <summary>The file was sent with it, and is as confidential.</summary>
    public bool Names(Attachment file)
    {
        var id = file.Id.ToString();
        return Json.Contains(id, StringComparison.Ordinal) || ExtraJson.Contains(id, StringComparison.Ordinal);
    }

    /// <summary>Content is kept off the system: the form holds a stub only .</summary>
    public bool IsStub { get => _isStub; init => _isStub = value; }

    /// <summary>The person in whose right it was sent.</summary>
    public string PrincipalId => ActingForId ?? PersonId;

    /// <summary>X-02: what a Restricted form was made of is as confidential.</summary>
    public void Restrict() => _sensitivity = _sensitivity == Sensitivity.Normal ? Sensitivity.Restricted : _sensitivity;

    /// <summary>X-03: a later round of the form was a state secret. Of this one nothing stays but where that is kept.</summary>
    /// <param name="stub">The answer to the state-secret question with its stub, as a form.</param>
    public void GoOffSystem(string stub) => (_json, _extraJson, _isStub) = (stub, "", true);
}
