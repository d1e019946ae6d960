namespace Portal.Web.Security;

/// <summary>What an endpoint is to whoever comes to it; one may be several things.</summary>
[Flags]
public enum DoorKind
{
    Page = 0,

    /// <summary>For programs: answers in JSON, and nothing in the clear where HTTPS is demanded.</summary>
    Api = 1,

    /// <summary>Takes a password, a code or the first administrator's link: tried a few times a minute only.</summary>
    SignIn = 2,

    /// <summary>Asks the database whether it can be written.</summary>
    Health = 4,

    /// <summary>Open before the first things are done: the password changed, the second factor set up, the notice confirmed.</summary>
    FirstThings = 8,

    /// <summary>Asked by watching programs of the network, in the clear too; it tells nothing but whether the portal works.</summary>
    Watched = 16,

    /// <summary>Its address is its secret: nobody is led to HTTPS from it, or the secret would go on travelling in the clear.</summary>
    Secret = 32,

    /// <summary>Takes whole definitions, which are larger and deeper than any form.</summary>
    Documents = 64,
}
