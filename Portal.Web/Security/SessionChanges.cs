namespace Portal.Web.Security;

/// <summary>Tells open pages at once that something about an account or a session of a person has changed.</summary>
public sealed class SessionChanges
{
    /// <summary>Raised with the id of the person, after the change is stored.</summary>
    public event Action<string>? Changed;

    public void Tell(string personId) => Changed?.Invoke(personId);
}
